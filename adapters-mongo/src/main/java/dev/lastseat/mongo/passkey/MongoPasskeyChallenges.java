package dev.lastseat.mongo.passkey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Challenges in the collection {@code passkeyChallenges}, until they are spent. */
public record MongoPasskeyChallenges(Database db) implements PasskeyChallenges {
  @Override
  public void add(PasskeyChallenge challenge) {
    db.ask(() -> db.passkeyChallenges().insertOne(toDocument(challenge)));
  }

  public static Document toDocument(PasskeyChallenge challenge) {
    Document document =
        new Document("_id", challenge.value().value()).append("expiresAt", challenge.expiresAt());
    challenge.userId().ifPresent(user -> document.append("userId", user.value()));
    return document;
  }

  @Override
  public boolean spend(Base64Url challenge, Optional<UserId> user, Instant now) {
    // Equal to null is a field that is not there, too.
    Bson ofUser = eq("userId", user.map(UserId::value).orElse(null));
    Bson live = and(eq(challenge.value()), ofUser, gt("expiresAt", now));
    return db.ask(() -> db.passkeyChallenges().deleteOne(live)).getDeletedCount() == 1;
  }

  /** The server does so too, but only once a minute. */
  @Override
  public void forgetExpired(Instant now) {
    db.ask(() -> db.passkeyChallenges().deleteMany(lt("expiresAt", now)));
  }
}
