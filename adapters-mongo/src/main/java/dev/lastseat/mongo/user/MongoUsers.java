package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.eq;

import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Users in the collection {@code users}, whose addresses a unique index watches over. */
public record MongoUsers(Database db) implements Users {

  @Override
  public boolean add(User user) {
    return db.insert(db.users(), toDocument(user)).isEmpty();
  }

  @Override
  public Optional<User> find(UserId id) {
    return first(eq(id.value()));
  }

  @Override
  public Optional<User> find(Email email) {
    return first(eq("email", email.value()));
  }

  @Override
  public boolean has(Role role) {
    return db.hasAny(db.users(), eq("role", role.word()));
  }

  private Optional<User> first(Bson filter) {
    return db.first(db.users().find(filter)).map(MongoUsers::fromDocument);
  }

  public static Document toDocument(User user) {
    return new Document("_id", user.id().value())
        .append("email", user.email().value())
        .append("name", user.name())
        .append("role", user.role().word())
        .append("passwordHash", user.passwordHash().value())
        .append("createdAt", user.createdAt());
  }

  private static User fromDocument(Document document) {
    Fields fields = new Fields("users", document);
    UserId id = fields.text("_id", UserId::new);
    Email email = fields.text("email", Email::new);
    Role role = fields.word("role", Role.class);
    PasswordHash hash = fields.text("passwordHash", PasswordHash::new);
    Instant createdAt = fields.time("createdAt");
    return fields.text("name", name -> new User(id, email, name, role, hash, createdAt));
  }
}
