package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

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
 * Sessions in the collection {@code sessions}: one document a family, named by it, with all its
 * tokens and the first use of each. So one conditional write of one document exchanges a token, and
 * one ends a family, with nothing in between for a race to fall into.
 */
public record MongoSessions(Database db) implements Sessions {
  /**
   * Of a family used for longer than so many exchanges, the oldest tokens are just unknown. A token
   * is forgotten before its use is: each use adds a token as well.
   */
  private static final PushOptions LATEST = new PushOptions().slice(-1_000);

  @Override
  public void start(Session session) {
    Document family =
        new Document("_id", session.family())
            .append("userId", session.userId().value())
            .append("tokens", List.of(token(session.tokenHash(), session.expiresAt())))
            .append("uses", List.of())
            .append("expiresAt", session.expiresAt());
    db.ask(() -> db.sessions().insertOne(family));
  }

  private static Document token(TokenHash hash, Instant expiresAt) {
    return new Document("hash", hash.value()).append("expiresAt", expiresAt);
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return family(presented, now)
        .map(family -> rotate(family, presented, successor, now, overlapEnd))
        .orElseGet(Rotation.Refused::new);
  }

  /** With the one token that was presented; there may be many others. */
  private Optional<Document> family(TokenHash presented, Instant now) {
    var live = and(eq("hash", presented.value()), gt("expiresAt", now));
    return first(elemMatch("tokens", live), Projections.include("userId", "tokens.$"));
  }

  /** A token only goes from unused to used to old, so that asking in this order misses nothing. */
  private Rotation rotate(
      Document family, TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    Fields fields = new Fields("sessions", family);
    UserId user = fields.text("userId", UserId::new);
    String name = fields.text("_id", text -> text);
    Bson id = eq(name);
    Bson issue = issue(presented, successor);
    Bson use = Updates.pushEach("uses", List.of(use(family, presented, overlapEnd)), LATEST);
    if (update(and(id, ne("uses.hash", presented.value())), Updates.combine(issue, use))
        || update(and(id, overlaps(presented, now)), issue)) {
      return new Rotation.Rotated(user, name);
    }
    db.ask(() -> db.sessions().deleteOne(id));
    return new Rotation.Reused(user);
  }

  private static Bson issue(TokenHash presented, Successor successor) {
    Document next =
        token(successor.token(), successor.expiresAt()).append("parent", presented.value());
    return Updates.combine(
        Updates.pushEach("tokens", List.of(next), LATEST),
        Updates.max("expiresAt", successor.expiresAt()));
  }

  private static Document use(Document family, TokenHash presented, Instant overlapEnd) {
    Document token = family.getList("tokens", Document.class).getFirst();
    return new Document("hash", presented.value())
        .append("parent", token.get("parent"))
        .append("overlapEnd", overlapEnd);
  }

  private static Bson overlaps(TokenHash presented, Instant now) {
    var recent = and(eq("hash", presented.value()), gt("overlapEnd", now));
    return and(elemMatch("uses", recent), ne("uses.parent", presented.value()));
  }

  private boolean update(Bson filter, Bson change) {
    return db.update(db.sessions(), filter, change);
  }

  @Override
  public Optional<String> family(TokenHash token) {
    return first(eq("tokens.hash", token.value()), Projections.include("_id"))
        .map(family -> new Fields("sessions", family).text("_id", id -> id));
  }

  private Optional<Document> first(Bson filter, Bson projection) {
    return db.first(db.sessions().find(filter).projection(projection));
  }

  @Override
  public void end(TokenHash token) {
    db.ask(() -> db.sessions().deleteOne(eq("tokens.hash", token.value())));
  }

  /** The server does so too, but only once a minute. */
  @Override
  public void forgetExpired(Instant now) {
    db.ask(() -> db.sessions().deleteMany(lt("expiresAt", now)));
  }
}
