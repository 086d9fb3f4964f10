package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Sessions in the collection {@code sessions}: one document a family, named by it, with the tokens
 * that were used and the one that is current, last. So one write of one document exchanges a token,
 * and one ends a family, with nothing in between for a race to fall into.
 */
public record MongoSessions(Database db) implements Sessions {
  static final String TOKENS = "tokens";
  static final String HASH = "tokens.hash";
  static final String EXPIRES_AT = "expiresAt";

  static final String USER_ID = "userId";
  static final String CURRENT = "current";

  /** Of a family used for longer than so many exchanges, the oldest tokens are just unknown. */
  private static final int MAX_TOKENS = 1_000;

  @Override
  public void start(Session session) {
    String hash = session.tokenHash().value();
    Document family =
        new Document("_id", session.family())
            .append(USER_ID, session.userId().value())
            .append(CURRENT, hash)
            .append(TOKENS, List.of(token(hash, session.expiresAt())))
            .append(EXPIRES_AT, session.expiresAt());
    db.ask(() -> db.sessions().insertOne(family));
  }

  private static Document token(String hash, Instant expiresAt) {
    return new Document("hash", hash).append(EXPIRES_AT, expiresAt);
  }

  @Override
  public Rotation rotate(TokenHash presented, TokenHash next, Instant now, Instant expiresAt) {
    return family(presented, now)
        .map(family -> rotate(family, presented, next, expiresAt))
        .orElseGet(Rotation.Refused::new);
  }

  private Optional<Document> family(TokenHash presented, Instant now) {
    var live = and(eq("hash", presented.value()), gt(EXPIRES_AT, now));
    return first(elemMatch(TOKENS, live));
  }

  private Rotation rotate(Document family, TokenHash presented, TokenHash next, Instant expiresAt) {
    Fields fields = new Fields(Database.SESSIONS, family);
    UserId user = user(fields);
    if (exchange(fields, presented, next, expiresAt)) {
      return new Rotation.Rotated(user);
    }
    end(fields);
    return new Rotation.Reused(user);
  }

  /** Whether the token was the current one until now. */
  private boolean exchange(Fields family, TokenHash presented, TokenHash next, Instant expiresAt) {
    var current = and(id(family), eq(CURRENT, presented.value()));
    var exchange =
        Updates.combine(
            Updates.set(CURRENT, next.value()),
            Updates.set(EXPIRES_AT, expiresAt),
            Updates.pushEach(
                TOKENS,
                List.of(token(next.value(), expiresAt)),
                new PushOptions().slice(-MAX_TOKENS)));
    return db.ask(() -> db.sessions().updateOne(current, exchange)).getMatchedCount() == 1;
  }

  @Override
  public Optional<UserId> owner(TokenHash token) {
    return first(eq(HASH, token.value()))
        .map(family -> user(new Fields(Database.SESSIONS, family)));
  }

  /** Without its tokens, of which there may be many. */
  private Optional<Document> first(Bson filter) {
    return db.first(db.sessions().find(filter).projection(Projections.include(USER_ID)));
  }

  private static UserId user(Fields family) {
    return family.text(USER_ID, UserId::new);
  }

  @Override
  public void end(TokenHash token, UserId user) {
    var own = and(eq(HASH, token.value()), eq(USER_ID, user.value()));
    db.ask(() -> db.sessions().deleteOne(own));
  }

  private void end(Fields family) {
    db.ask(() -> db.sessions().deleteOne(id(family)));
  }

  private static Bson id(Fields family) {
    return eq(family.document().get("_id"));
  }

  /** The server does so too, but only once a minute. */
  @Override
  public void forgetExpired(Instant now) {
    db.ask(() -> db.sessions().deleteMany(lte(EXPIRES_AT, now)));
  }
}
