package dev.lastseat.mongo.engine;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** Which there are. */
interface Collections {
  MongoDatabase mongo();

  default MongoCollection<Document> events() {
    return mongo().getCollection("events");
  }

  default MongoCollection<Document> bookings() {
    return mongo().getCollection("bookings");
  }

  default MongoCollection<Document> orders() {
    return mongo().getCollection("orders");
  }

  default MongoCollection<Document> tickets() {
    return mongo().getCollection("tickets");
  }

  default MongoCollection<Document> checkinLists() {
    return mongo().getCollection("checkinLists");
  }

  default MongoCollection<Document> checkinRefusals() {
    return mongo().getCollection("checkinRefusals");
  }

  default MongoCollection<Document> checkins() {
    return mongo().getCollection("checkins");
  }

  default MongoCollection<Document> payments() {
    return mongo().getCollection("payments");
  }

  default MongoCollection<Document> users() {
    return mongo().getCollection("users");
  }

  default MongoCollection<Document> sessions() {
    return mongo().getCollection("sessions");
  }

  default MongoCollection<Document> oneTimeTokens() {
    return mongo().getCollection("oneTimeTokens");
  }

  default MongoCollection<Document> passkeys() {
    return mongo().getCollection("passkeys");
  }

  default MongoCollection<Document> jobs() {
    return mongo().getCollection("jobs");
  }

  default MongoCollection<Document> passkeyChallenges() {
    return mongo().getCollection("passkeyChallenges");
  }

  default MongoCollection<Document> tiles() {
    return mongo().getCollection("tiles");
  }

  default MongoCollection<Document> checkpoints() {
    return mongo().getCollection("checkpoints");
  }

  default MongoCollection<Document> apiKeys() {
    return mongo().getCollection("apiKeys");
  }

  default MongoCollection<Document> webhooks() {
    return mongo().getCollection("webhooks");
  }

  default MongoCollection<Document> deliveries() {
    return mongo().getCollection("deliveries");
  }

  default MongoCollection<Document> facts() {
    return mongo().getCollection("facts");
  }

  default MongoCollection<Document> factPositions() {
    return mongo().getCollection("factPositions");
  }

  default MongoCollection<Document> sales() {
    return mongo().getCollection("sales");
  }
}
