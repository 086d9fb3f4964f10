package dev.lastseat.mongo.passkey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Passkeys in the collection {@code passkeys}. */
public record MongoPasskeys(Database db) implements Passkeys {
  private static final Bson OLDEST_FIRST = Sorts.ascending("createdAt", "_id");

  @Override
  public boolean add(Passkey passkey) {
    return db.insert(db.passkeys(), toDocument(passkey)).isEmpty();
  }

  @Override
  public Optional<Passkey> find(PasskeyId id) {
    return db.first(db.passkeys().find(eq(id.value()))).map(MongoPasskeys::fromDocument);
  }

  @Override
  public List<Passkey> of(UserId user) {
    return db.list(db.passkeys().find(ownedBy(user)).sort(OLDEST_FIRST)).stream()
        .map(MongoPasskeys::fromDocument)
        .toList();
  }

  @Override
  public boolean use(PasskeyId id, long signCount, Instant now) {
    return db.update(
        db.passkeys(),
        eq(id.value()),
        Updates.combine(Updates.max("signCount", signCount), Updates.max("lastUsedAt", now)));
  }

  @Override
  public boolean rename(UserId owner, PasskeyId id, String name) {
    return db.update(db.passkeys(), owned(owner, id), Updates.set("name", name));
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id) {
    return db.ask(() -> db.passkeys().deleteOne(owned(owner, id))).getDeletedCount() == 1;
  }

  @Override
  public void removeAll(UserId owner) {
    db.ask(() -> db.passkeys().deleteMany(ownedBy(owner)));
  }

  private static Bson ownedBy(UserId user) {
    return eq("userId", user.value());
  }

  private static Bson owned(UserId owner, PasskeyId id) {
    return and(eq(id.value()), ownedBy(owner));
  }

  public static Document toDocument(Passkey passkey) {
    Document document =
        new Document("_id", passkey.id().value())
            .append("userId", passkey.userId().value())
            .append("publicKey", passkey.publicKey().value())
            .append("signCount", passkey.signCount())
            .append("name", passkey.name())
            .append("createdAt", passkey.createdAt());
    passkey.lastUsedAt().ifPresent(at -> document.append("lastUsedAt", at));
    return document;
  }

  private static Passkey fromDocument(Document document) {
    Fields fields = new Fields("passkeys", document);
    PasskeyId id = fields.text("_id", PasskeyId::new);
    UserId user = fields.text("userId", UserId::new);
    Base64Url publicKey = fields.text("publicKey", Base64Url::new);
    long signCount = fields.number("signCount", count -> count);
    Instant createdAt = fields.time("createdAt");
    Optional<Instant> lastUsedAt = fields.optionalTime("lastUsedAt");
    return fields.text(
        "name", name -> new Passkey(id, user, publicKey, signCount, name, createdAt, lastUsedAt));
  }
}
