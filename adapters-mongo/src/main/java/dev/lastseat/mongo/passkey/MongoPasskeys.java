package dev.lastseat.mongo.passkey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Passkeys in the collection {@code passkeys}. */
public record MongoPasskeys(Database db) implements Passkeys {
  private static final Function<Document, Passkey> READ =
      DocumentFields.of("passkeys", StoredAccounts::passkey);

  @Override
  public boolean add(Passkey passkey) {
    return db.insert(db.passkeys(), toDocument(passkey)).isEmpty();
  }

  @Override
  public Optional<Passkey> find(PasskeyId id) {
    return db.first(db.passkeys().find(present(id)), READ);
  }

  @Override
  public List<Passkey> of(UserId user) {
    var found = db.passkeys().find(ownedBy(user)).sort(Sorts.ascending("createdAt", "_id"));
    return db.list(found, READ);
  }

  @Override
  public boolean use(PasskeyId id, long signCount, Instant now) {
    return db.update(
        db.passkeys(),
        present(id),
        Updates.combine(Updates.max("signCount", signCount), Updates.max("lastUsedAt", now)));
  }

  @Override
  public boolean rename(UserId owner, PasskeyId id, String name, Instant now) {
    return owned(owner, id)
        .filter(
            passkey ->
                db.update(
                    db.passkeys(),
                    still(passkey),
                    Updates.combine(
                        Updates.set("name", name),
                        EmbeddedFacts.next(AccessFacts.renamed(StreamId.of(passkey), now)))))
        .isPresent();
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id, Instant now) {
    return owned(owner, id).filter(passkey -> remove(passkey, now)).isPresent();
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    of(owner).forEach(passkey -> remove(passkey, now));
  }

  private boolean remove(Passkey passkey, Instant now) {
    Change removed = AccessFacts.removed(StreamId.of(passkey), now);
    return db.update(db.passkeys(), still(passkey), EmbeddedFacts.last(removed));
  }

  private static Bson present(PasskeyId id) {
    return and(eq(id.value()), EmbeddedFacts.PRESENT);
  }

  private static Bson ownedBy(UserId user) {
    return eq("userId", user.value());
  }

  private Optional<Passkey> owned(UserId owner, PasskeyId id) {
    return find(id).filter(passkey -> passkey.userId().equals(owner));
  }

  /** It, and none that has its id since. */
  private static Bson still(Passkey passkey) {
    return and(present(passkey.id()), eq("stream", StreamId.of(passkey).id()));
  }

  /** With the fact that it was added. */
  public static Document toDocument(Passkey passkey) {
    Document document =
        DocumentFields.sparse(StoredAccounts.values(passkey))
            .append("stream", StreamId.of(passkey).id());
    return EmbeddedFacts.first(document, AccessFacts.added(passkey));
  }
}
