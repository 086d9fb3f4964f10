package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions in the table {@code session}. A used token stays until it expires, so that it is known
 * when it comes again; a family that was ended is gone altogether.
 */
public record SqliteSessions(Database database) implements Sessions {
  private static final String START =
      """
      insert into session (token_hash, family, user_id, parent, expires_at)
      values (?, ?, ?, ?, ?)
      """;
  private static final String FIND_SESSION = "select * from session where token_hash = ?";
  private static final String OVERLAP = "update session set overlap_end = ? where token_hash = ?";
  private static final String END_FAMILY = "delete from session where family = ?";
  private static final String END =
      """
      delete from session where family = (select family from session where token_hash = ?)
      """;
  private static final String FORGET_EXPIRED = "delete from session where expires_at < ?";

  /** A token that may not come again, whenever it does. */
  private static final long SUPERSEDED = 0;

  private record Stored(Session session, Optional<String> parent, Optional<Instant> overlapEnd) {
    static Stored read(ResultSet result) throws SQLException {
      Row row = new Row("session", "token_hash", result);
      Session session =
          new Session(
              row.text("token_hash", TokenHash::new),
              row.text("family", family -> family),
              row.text("user_id", UserId::new),
              row.time("expires_at"));
      return new Stored(
          session, row.optionalText("parent", parent -> parent), row.optionalTime("overlap_end"));
    }
  }

  @Override
  public void start(Session session) {
    database.write(transaction -> add(transaction.connection(), session, Optional.empty()));
  }

  private static int add(SqlConnection store, Session session, Optional<TokenHash> parent)
      throws SQLException {
    return store.update(
        START,
        session.tokenHash().value(),
        session.family(),
        session.userId().value(),
        parent.map(TokenHash::value).orElse(null),
        session.expiresAt().toEpochMilli());
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return database.write(
        transaction -> {
          SqlConnection store = transaction.connection();
          Optional<Stored> live =
              find(store, presented).filter(it -> now.isBefore(it.session().expiresAt()));
          return live.isEmpty()
              ? new Rotation.Refused()
              : exchange(store, live.get(), successor, now, overlapEnd);
        });
  }

  private static Rotation exchange(
      SqlConnection store, Stored stored, Successor successor, Instant now, Instant overlapEnd)
      throws SQLException {
    Session session = stored.session();
    if (stored.overlapEnd().isEmpty()) {
      use(store, stored, overlapEnd);
    } else if (!now.isBefore(stored.overlapEnd().get())) {
      store.update(END_FAMILY, session.family());
      return new Rotation.Reused(session.userId());
    }
    Session next =
        new Session(successor.token(), session.family(), session.userId(), successor.expiresAt());
    add(store, next, Optional.of(session.tokenHash()));
    return new Rotation.Rotated(session.userId(), session.family());
  }

  /** For the first time: from now on the token that this one was exchanged for is an old one. */
  private static void use(SqlConnection store, Stored stored, Instant overlapEnd)
      throws SQLException {
    String token = stored.session().tokenHash().value();
    store.update(OVERLAP, overlapEnd.toEpochMilli(), token);
    if (stored.parent().isPresent()) {
      store.update(OVERLAP, SUPERSEDED, stored.parent().get());
    }
  }

  @Override
  public Optional<String> family(TokenHash token) {
    return database.read(store -> find(store, token)).map(stored -> stored.session().family());
  }

  @Override
  public void end(TokenHash token) {
    database.write(transaction -> transaction.connection().update(END, token.value()));
  }

  @Override
  public void forgetExpired(Instant now) {
    database.write(
        transaction -> transaction.connection().update(FORGET_EXPIRED, now.toEpochMilli()));
  }

  private static Optional<Stored> find(SqlConnection store, TokenHash token) throws SQLException {
    return store.first(FIND_SESSION, Stored::read, token.value());
  }
}
