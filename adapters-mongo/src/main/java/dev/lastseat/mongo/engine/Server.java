package dev.lastseat.mongo.engine;

import org.bson.Document;

/**
 * What kind of server this is, by its hello. A standalone, and some other servers of the protocol,
 * take the command that begins a transaction and ignore it; so they are not tried but asked.
 */
public record Server(Document hello) {
  public static Server of(Database db) {
    return new Server(db.contend(() -> db.mongo().runCommand(new Document("hello", 1))));
  }

  /** A replica set or a sharded cluster has them. */
  public boolean hasTransactions() {
    return hello.containsKey("setName") || isSharded();
  }

  public boolean isSharded() {
    return "isdbgrid".equals(hello.get("msg"));
  }
}
