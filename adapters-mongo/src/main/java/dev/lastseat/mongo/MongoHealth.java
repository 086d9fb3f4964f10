package dev.lastseat.mongo;

import dev.lastseat.application.port.Health;
import dev.lastseat.mongo.engine.Database;
import org.bson.Document;

/** Asks the server that takes the writes whether it is there. */
record MongoHealth(Database db) implements Health {
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
    db.ask(() -> db.mongo().runCommand(new Document("ping", 1)));
  }
}
