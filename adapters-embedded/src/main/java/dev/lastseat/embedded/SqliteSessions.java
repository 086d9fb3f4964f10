package dev.lastseat.embedded;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Sessions in the SQLite file. The rows of a family that was ended are gone. */
final class SqliteSessions implements Sessions {
  private static final String INSERT =
      "insert into session (token_hash, family, user_id, expires_at) values (?, ?, ?, ?)";

  private static final String END =
      """
      delete from session where user_id = ?
        and family = (select family from session where token_hash = ?)
      """;

  private final Database database;

  SqliteSessions(Database database) {
    this.database = database;
  }

  @Override
  public void start(Session session) {
    database.write(connection -> insert(connection, session));
  }

  @Override
  public Rotation rotate(TokenHash presented, TokenHash next, Instant now, Instant expiresAt) {
    return database.write(
        connection -> {
          Optional<Stored> stored =
              connection.first(
                  "select * from session where token_hash = ?", Stored::read, presented.value());
          if (stored.filter(session -> now.toEpochMilli() < session.expiresAt()).isEmpty()) {
            return new Rotation.Refused();
          }
          return stored.get().used()
              ? endFamily(connection, stored.get())
              : exchange(connection, stored.get(), presented, next, expiresAt);
        });
  }

  private record Stored(String family, UserId userId, long expiresAt, boolean used) {
    static Stored read(ResultSet row) throws SQLException {
      return new Stored(
          row.getString("family"),
          new UserId(row.getString("user_id")),
          row.getLong("expires_at"),
          row.getBoolean("used"));
    }
  }

  private static Rotation endFamily(SqlConnection connection, Stored stored) throws SQLException {
    connection.update("delete from session where family = ?", stored.family());
    return new Rotation.Reused(stored.userId());
  }

  private static Rotation exchange(
      SqlConnection connection,
      Stored stored,
      TokenHash presented,
      TokenHash next,
      Instant expiresAt)
      throws SQLException {
    connection.update("update session set used = 1 where token_hash = ?", presented.value());
    insert(connection, new Session(next, stored.family(), stored.userId(), expiresAt));
    return new Rotation.Rotated(stored.userId());
  }

  private static int insert(SqlConnection connection, Session session) throws SQLException {
    return connection.update(
        INSERT,
        session.tokenHash().value(),
        session.family(),
        session.userId().value(),
        session.expiresAt().toEpochMilli());
  }

  @Override
  public void end(TokenHash token, UserId user) {
    database.write(connection -> connection.update(END, user.value(), token.value()));
  }

  @Override
  public void forgetExpired(Instant now) {
    database.write(
        connection ->
            connection.update("delete from session where expires_at < ?", now.toEpochMilli()));
  }
}
