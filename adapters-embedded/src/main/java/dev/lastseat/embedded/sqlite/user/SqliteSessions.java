package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Readers;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions in the table {@code session}. A used token stays until it expires, so that it is known
 * when it comes again; a family that was ended is gone altogether.
 */
public record SqliteSessions(Readers readers, Writer writer) implements Sessions {

  private record Stored(Session session, boolean used) {
    static Stored read(ResultSet result) throws SQLException {
      Row row = new Row("session", "token_hash", result);
      Session session =
          new Session(
              row.text("token_hash", TokenHash::new),
              row.text("family", family -> family),
              row.text("user_id", UserId::new),
              row.time("expires_at"));
      return new Stored(session, row.optionalTime("used_at").isPresent());
    }
  }

  @Override
  public void start(Session session) {
    writer.run(transaction -> start(transaction.connection(), session));
  }

  private static int start(SqlConnection store, Session session) throws SQLException {
    return store.update(
        AccountSql.START,
        session.tokenHash().value(),
        session.family(),
        session.userId().value(),
        session.expiresAt().toEpochMilli());
  }

  @Override
  public Rotation rotate(TokenHash presented, TokenHash next, Instant now, Instant expiresAt) {
    return writer.run(
        transaction -> {
          SqlConnection store = transaction.connection();
          Optional<Stored> live =
              find(store, presented).filter(it -> now.isBefore(it.session().expiresAt()));
          return live.isEmpty()
              ? new Rotation.Refused()
              : exchange(store, live.get(), next, now, expiresAt);
        });
  }

  private static Rotation exchange(
      SqlConnection store, Stored stored, TokenHash next, Instant now, Instant expiresAt)
      throws SQLException {
    Session session = stored.session();
    if (stored.used()) {
      store.update(AccountSql.END_FAMILY, session.family());
      return new Rotation.Reused(session.userId());
    }
    store.update(AccountSql.USE, now.toEpochMilli(), session.tokenHash().value());
    start(store, new Session(next, session.family(), session.userId(), expiresAt));
    return new Rotation.Rotated(session.userId());
  }

  @Override
  public Optional<UserId> owner(TokenHash token) {
    return readers.read(store -> find(store, token)).map(stored -> stored.session().userId());
  }

  @Override
  public void end(TokenHash token, UserId user) {
    writer.run(
        transaction -> {
          SqlConnection store = transaction.connection();
          Optional<Session> own =
              find(store, token).map(Stored::session).filter(it -> it.userId().equals(user));
          return own.isPresent() ? store.update(AccountSql.END_FAMILY, own.get().family()) : 0;
        });
  }

  @Override
  public void forgetExpired(Instant now) {
    writer.run(
        transaction ->
            transaction.connection().update(AccountSql.FORGET_EXPIRED, now.toEpochMilli()));
  }

  private static Optional<Stored> find(SqlConnection store, TokenHash token) throws SQLException {
    return store.first(AccountSql.FIND_SESSION, Stored::read, token.value());
  }
}
