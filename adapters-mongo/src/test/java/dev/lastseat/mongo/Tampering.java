package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.lastseat.mongo.engine.Connection;
import org.bson.Document;

/** What somebody does to a database behind the program's back. */
public final class Tampering {
  private Tampering() {}

  /** Adds a document, in JSON, that no fact tells of. */
  public static void insert(String uri, String collection, String json) {
    try (MongoClient client = MongoClients.create(uri)) {
      client
          .getDatabase(Connection.to(uri).database())
          .getCollection(collection)
          .insertOne(Document.parse(json));
    }
  }

  /** All documents of all collections, in JSON. */
  public static String everything(String uri) {
    try (MongoClient client = MongoClients.create(uri)) {
      MongoDatabase database = client.getDatabase(Connection.to(uri).database());
      StringBuilder all = new StringBuilder();
      for (String collection : database.listCollectionNames()) {
        database.getCollection(collection).find().forEach(it -> all.append(it.toJson()));
      }
      return all.toString();
    }
  }
}
