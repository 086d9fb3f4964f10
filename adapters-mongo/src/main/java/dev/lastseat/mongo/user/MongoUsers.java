package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Users in the collection {@code users}, whose addresses a unique index watches over. */
public record MongoUsers(Database db) implements Users {
  public static final String EMAIL = "email";
  static final String NAME = "name";
  static final String ROLE = "role";
  static final String PASSWORD_HASH = "passwordHash";

  @Override
  public boolean add(User user) {
    return db.ask(
        () -> {
          try {
            return db.users().insertOne(toDocument(user)).wasAcknowledged();
          } catch (MongoException failure) {
            if (Failures.isDuplicate(failure)) {
              return false;
            }
            throw failure;
          }
        });
  }

  @Override
  public Optional<User> find(UserId id) {
    return first(eq(id.value()));
  }

  @Override
  public Optional<User> find(Email email) {
    return first(eq(EMAIL, email.value()));
  }

  @Override
  public boolean has(Role role) {
    return db.hasAny(db.users(), eq(ROLE, role.word()));
  }

  private Optional<User> first(Bson filter) {
    return db.first(db.users(), filter).map(MongoUsers::fromDocument);
  }

  public static Document toDocument(User user) {
    return new Document("_id", user.id().value())
        .append(EMAIL, user.email().value())
        .append(NAME, user.name())
        .append(ROLE, user.role().word())
        .append(PASSWORD_HASH, user.passwordHash().value())
        .append("createdAt", user.createdAt());
  }

  private static User fromDocument(Document document) {
    Fields fields = new Fields(Database.USERS, document);
    UserId id = fields.text("_id", UserId::new);
    Email email = fields.text(EMAIL, Email::new);
    Role role = fields.text(ROLE, word -> Role.valueOf(word.toUpperCase(Locale.ROOT)));
    PasswordHash hash = fields.text(PASSWORD_HASH, PasswordHash::new);
    Instant createdAt = fields.time("createdAt");
    return fields.text(NAME, name -> new User(id, email, name, role, hash, createdAt));
  }
}
