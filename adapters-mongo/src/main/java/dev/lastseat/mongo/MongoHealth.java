package dev.lastseat.mongo;

import dev.lastseat.domain.port.Health;
import org.bson.Document;

/** Asks the server that takes the writes whether it is there. */
record MongoHealth(Store store) implements Health {
  @Override
  public String name() {
    return "mongodb";
  }

  @Override
  public boolean essential() {
    return true;
  }

  @Override
  public void check() {
    store.ask(() -> store.database().runCommand(new Document("ping", 1)));
  }
}
