package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Indexes.ascending;

import dev.lastseat.domain.user.Role;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.engine.Shape;
import java.util.List;
import org.bson.Document;

/** The collections of users and of their sessions. */
public final class UserSchema {
  private UserSchema() {}

  public static Schema.Collection users() {
    return new Schema.Collection(
        Database.USERS,
        List.of(
            Schema.unique("email_once", MongoUsers.EMAIL),
            Schema.index(ascending(MongoUsers.ROLE))),
        Shape.of(
            new Document(MongoUsers.EMAIL, Shape.TEXT)
                .append(MongoUsers.NAME, Shape.TEXT)
                .append(MongoUsers.ROLE, Shape.words(Role.values(), Role::word))
                .append(MongoUsers.PASSWORD_HASH, Shape.TEXT),
            new Document()));
  }

  public static Schema.Collection sessions() {
    return new Schema.Collection(
        Database.SESSIONS,
        List.of(
            Schema.index(ascending(MongoSessions.HASH)),
            Schema.expiring(MongoSessions.EXPIRES_AT, 0)),
        Shape.of(
            new Document(MongoSessions.USER_ID, Shape.TEXT)
                .append(MongoSessions.TOKENS, Shape.listOf(Shape.OBJECT))
                .append(MongoSessions.USES, Shape.listOf(Shape.OBJECT))
                .append(MongoSessions.EXPIRES_AT, Shape.TIME),
            new Document()));
  }
}
