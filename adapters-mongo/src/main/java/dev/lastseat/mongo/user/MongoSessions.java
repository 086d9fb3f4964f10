package dev.lastseat.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.TokenHash;
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

/**
 * Sessions in the collection {@code sessions}: one document each, with all its tokens and the first
 * use of each. So one conditional write of one document exchanges a token, and one ends a session,
 * with nothing in between for a race to fall into.
 */
public record MongoSessions(Database db) implements Sessions {
  private static final Function<Document, Session> READ =
      DocumentFields.of("sessions", StoredAccounts::session);

  /**
   * Of a session used for longer than so many exchanges, the oldest tokens are just unknown. A
   * token is forgotten before its use is: each use adds a token as well.
   */
  private static final PushOptions LATEST = new PushOptions().slice(-1_000);

  private static final Bson LIVE = eq("endedAt", null);

  @Override
  public void start(Session session, TokenHash token) {
    Document document =
        DocumentFields.whole(StoredAccounts.values(session))
            .append("tokens", List.of(token(token, session.expiresAt())))
            .append("uses", List.of());
    EmbeddedFacts.first(document, AccessFacts.opened(session));
    db.ask(() -> db.sessions().insertOne(document));
  }

  private static Document token(TokenHash hash, Instant expiresAt) {
    return new Document("hash", hash.value()).append("expiresAt", expiresAt);
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return holder(presented, now)
        .map(session -> rotate(session, presented, successor, now, overlapEnd))
        .orElseGet(Rotation.Refused::new);
  }

  /** The session with the one token that was presented; there may be many others. */
  private Optional<Document> holder(TokenHash presented, Instant now) {
    var live = and(eq("hash", presented.value()), gt("expiresAt", now));
    return first(elemMatch("tokens", live), Projections.include("userId", "endsAt", "tokens.$"));
  }

  /** A token only goes from unused to used to old, so that asking in this order misses nothing. */
  private Rotation rotate(
      Document session, TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    Fields fields = new DocumentFields("sessions", session);
    UserId user = fields.text("userId", UserId::new);
    String name = fields.text("id");
    Bson live = and(eq(name), LIVE);
    Bson issue = issue(presented, successor, fields.time("endsAt"), now);
    Bson use = Updates.pushEach("uses", List.of(use(session, presented, overlapEnd)), LATEST);
    if (update(and(live, ne("uses.hash", presented.value())), Updates.combine(issue, use))
        || update(and(live, overlaps(presented, now)), issue)) {
      return new Rotation.Rotated(user, name);
    }
    return end(name, LIVE, now) ? new Rotation.Reused(user, name) : new Rotation.Refused();
  }

  private static Bson issue(TokenHash presented, Successor successor, Instant endsAt, Instant now) {
    Instant expiresAt = successor.expiresWithin(endsAt);
    Document next = token(successor.token(), expiresAt).append("parent", presented.value());
    return Updates.combine(
        Updates.pushEach("tokens", List.of(next), LATEST),
        Updates.set("lastUsedAt", now),
        Updates.max("expiresAt", expiresAt));
  }

  private static Document use(Document session, TokenHash presented, Instant overlapEnd) {
    Document token = session.getList("tokens", Document.class).getFirst();
    return new Document("hash", presented.value())
        .append("parent", token.get("parent"))
        .append("overlapEnd", overlapEnd);
  }

  private static Bson overlaps(TokenHash presented, Instant now) {
    var recent = and(eq("hash", presented.value()), gt("overlapEnd", now));
    return and(elemMatch("uses", recent), ne("uses.parent", presented.value()));
  }

  /** Without its tokens, whoever presents one is refused. */
  private boolean end(String session, Bson condition, Instant now) {
    return update(
        and(eq(session), condition),
        Updates.combine(
            EmbeddedFacts.next(AccessFacts.revoked(session, now)),
            Updates.set("endedAt", now),
            Updates.set("device", ""),
            Updates.set("address", ""),
            Updates.set("tokens", List.of()),
            Updates.set("uses", List.of())));
  }

  private boolean update(Bson filter, Bson change) {
    return db.update(db.sessions(), filter, change);
  }

  @Override
  public Optional<String> session(TokenHash token) {
    return first(eq("tokens.hash", token.value()), Projections.include("_id"))
        .map(MongoSessions::id);
  }

  private static String id(Document session) {
    return session.getString("_id");
  }

  private Optional<Document> first(Bson filter, Bson projection) {
    return db.first(db.sessions().find(filter).projection(projection));
  }

  @Override
  public List<Session> of(UserId user, Instant now) {
    Bson live = and(eq("userId", user.value()), LIVE, gt("expiresAt", now));
    var found = db.sessions().find(live).projection(Projections.exclude("tokens", "uses"));
    return db.readable(found.sort(Sorts.descending("lastUsedAt", "_id")), READ);
  }

  @Override
  public Optional<String> end(TokenHash token, Instant now) {
    return session(token).filter(session -> end(session, LIVE, now));
  }

  @Override
  public boolean end(UserId user, String session, Instant now) {
    return end(session, and(eq("userId", user.value()), LIVE), now);
  }

  @Override
  public List<String> endAll(UserId user, Instant now) {
    return endEach(eq("userId", user.value()), now);
  }

  @Override
  public List<String> endOthers(UserId user, String kept, Instant now) {
    return endEach(and(eq("userId", user.value()), ne("_id", kept)), now);
  }

  private List<String> endEach(Bson which, Instant now) {
    return names(and(which, LIVE)).stream().filter(session -> end(session, LIVE, now)).toList();
  }

  @Override
  public List<String> endedSince(Instant since) {
    return names(gte("endedAt", since));
  }

  private List<String> names(Bson filter) {
    return db.list(
        db.sessions().find(filter).projection(Projections.include("_id")), MongoSessions::id);
  }

  /** But those that carry what the log has not got yet. */
  @Override
  public void forgetExpired(Instant now) {
    Bson told = and(lt("expiresAt", now), exists("unrelayed", false));
    db.ask(() -> db.sessions().deleteMany(told));
  }
}
