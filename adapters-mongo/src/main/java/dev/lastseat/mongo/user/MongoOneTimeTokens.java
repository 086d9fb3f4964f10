package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One-time tokens in the collection {@code oneTimeTokens}, until they are spent. */
public record MongoOneTimeTokens(Database db) implements OneTimeTokens {
  @Override
  public void add(OneTimeToken token) {
    db.ask(() -> db.oneTimeTokens().insertOne(toDocument(token)));
  }

  public static Document toDocument(OneTimeToken token) {
    return DocumentFields.whole(StoredAccounts.values(token)).append("_id", token.hash().value());
  }

  @Override
  public Optional<OneTimeToken> find(TokenHash hash, Purpose purpose, Instant now) {
    Bson live = and(eq(hash.value()), eq("purpose", purpose.name()), gt("expiresAt", now));
    return db.first(
        db.oneTimeTokens().find(live),
        DocumentFields.of("oneTimeTokens", it -> StoredAccounts.token(hash, it)));
  }

  @Override
  public boolean spend(OneTimeToken token, Instant now) {
    Bson live = and(eq(token.hash().value()), gt("expiresAt", now));
    boolean spent = db.ask(() -> db.oneTimeTokens().deleteOne(live)).getDeletedCount() == 1;
    if (spent) {
      forget(and(of(token.userId()), eq("purpose", token.purpose().name())));
    }
    return spent;
  }

  @Override
  public void forget(UserId user) {
    forget(of(user));
  }

  private static Bson of(UserId user) {
    return eq("userId", user.value());
  }

  private void forget(Bson tokens) {
    db.ask(() -> db.oneTimeTokens().deleteMany(tokens));
  }

  /** The server does so too, but only once a minute. */
  @Override
  public void forgetExpired(Instant now) {
    forget(lt("expiresAt", now));
  }
}
