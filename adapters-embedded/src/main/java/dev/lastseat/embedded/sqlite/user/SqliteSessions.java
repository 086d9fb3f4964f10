package dev.lastseat.embedded.sqlite.user;

import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.stored.StoredAccounts;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions in the table {@code session}, and their tokens in {@code refresh_token}. A used token
 * stays until it expires, so that it is known when it comes again; those of a session that was
 * ended are gone.
 */
public record SqliteSessions(Database database) implements Sessions {
  private static final String ADD_TOKEN =
      "insert into refresh_token (hash, session, parent, expires_at) values (?, ?, ?, ?)";
  private static final String FIND_TOKEN =
      """
      select token.*, session.user_id, session.ends_at
      from refresh_token token join session on session.id = token.session
      where token.hash = ?
      """;
  private static final String OVERLAP = "update refresh_token set overlap_end = ? where hash = ?";
  private static final String USE =
      "update session set last_used_at = ?, expires_at = max(expires_at, ?) where id = ?";
  private static final String OF_USER =
      """
      select * from session where user_id = ? and ended_at is null and expires_at > ?
      order by last_used_at desc, id desc
      """;
  private static final String END =
      """
      update session set ended_at = ?, device = '', address = '' where ended_at is null and id = ?
      """;
  private static final String LIVE_OF_USER =
      "select id from session where user_id = ? and ended_at is null";
  private static final String FORGET_TOKENS = "delete from refresh_token where session = ?";
  private static final String ENDED_SINCE = "select id from session where ended_at >= ?";
  private static final String FORGET_EXPIRED_TOKENS =
      "delete from refresh_token where expires_at < ?";
  private static final String FORGET_EXPIRED = "delete from session where expires_at < ?";

  /** A token that may not come again, whenever it does. */
  private static final long SUPERSEDED = 0;

  private record Token(
      TokenHash hash,
      String session,
      UserId userId,
      Optional<String> parent,
      Instant expiresAt,
      Optional<Instant> overlapEnd,
      Instant endsAt) {
    static Token read(Row row) {
      return new Token(
          row.text("hash", TokenHash::new),
          row.text("session"),
          row.text("userId", UserId::new),
          row.optionalText("parent"),
          row.time("expiresAt"),
          row.optionalTime("overlapEnd"),
          row.time("endsAt"));
    }
  }

  @Override
  public void start(Session session, TokenHash token) {
    database.write(
        transaction -> {
          Write.insert("insert into session", StoredAccounts.values(session)).in(transaction);
          FactRows.insert(transaction, AccessFacts.opened(session));
          return transaction.update(
              ADD_TOKEN, token.value(), session.id(), null, session.expiresAt());
        });
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return database.write(
        transaction -> {
          Optional<Token> live =
              find(transaction, presented).filter(token -> now.isBefore(token.expiresAt()));
          return live.isEmpty()
              ? new Rotation.Refused()
              : exchange(transaction, live.get(), successor, now, overlapEnd);
        });
  }

  private static Rotation exchange(
      Transaction transaction, Token token, Successor successor, Instant now, Instant overlapEnd)
      throws SQLException {
    if (token.overlapEnd().isEmpty()) {
      use(transaction, token, overlapEnd);
    } else if (!now.isBefore(token.overlapEnd().get())) {
      end(transaction, token.session(), now);
      return new Rotation.Reused(token.userId(), token.session());
    }
    Instant expiresAt = successor.expiresWithin(token.endsAt());
    transaction.update(
        ADD_TOKEN, successor.token().value(), token.session(), token.hash().value(), expiresAt);
    transaction.update(USE, now, expiresAt, token.session());
    return new Rotation.Rotated(token.userId(), token.session());
  }

  /** For the first time: from now on the token that this one was exchanged for is an old one. */
  private static void use(Transaction transaction, Token token, Instant overlapEnd)
      throws SQLException {
    transaction.update(OVERLAP, overlapEnd, token.hash().value());
    if (token.parent().isPresent()) {
      transaction.update(OVERLAP, SUPERSEDED, token.parent().get());
    }
  }

  private static boolean end(Transaction transaction, String session, Instant now)
      throws SQLException {
    transaction.update(FORGET_TOKENS, session);
    return FactRows.update(transaction, AccessFacts.revoked(session, now), END, now, session);
  }

  @Override
  public Optional<String> session(TokenHash token) {
    return database.first(FIND_TOKEN, Token::read, token.value()).map(Token::session);
  }

  private static Optional<Token> find(Transaction transaction, TokenHash token)
      throws SQLException {
    return transaction.first(FIND_TOKEN, Token::read, token.value());
  }

  @Override
  public List<Session> of(UserId user, Instant now) {
    return database.list(OF_USER, StoredAccounts::session, user.value(), now);
  }

  @Override
  public Optional<String> end(TokenHash token, Instant now) {
    return database.write(
        transaction -> {
          Optional<Token> known = find(transaction, token);
          if (known.isPresent()) {
            end(transaction, known.get().session(), now);
          }
          return known.map(Token::session);
        });
  }

  @Override
  public boolean end(UserId user, String session, Instant now) {
    return database.write(
        transaction -> live(transaction, user).contains(session) && end(transaction, session, now));
  }

  @Override
  public List<String> endAll(UserId user, Instant now) {
    return endOthers(user, "", now);
  }

  @Override
  public List<String> endOthers(UserId user, String kept, Instant now) {
    return database.write(
        transaction -> {
          List<String> ending =
              live(transaction, user).stream().filter(session -> !session.equals(kept)).toList();
          for (String session : ending) {
            end(transaction, session, now);
          }
          return ending;
        });
  }

  private static List<String> live(Transaction transaction, UserId user) throws SQLException {
    return transaction.list(LIVE_OF_USER, row -> row.text("id"), user.value());
  }

  @Override
  public List<String> endedSince(Instant since) {
    return database.list(ENDED_SINCE, row -> row.text("id"), since);
  }

  @Override
  public void forgetExpired(Instant now) {
    database.write(
        transaction -> {
          transaction.update(FORGET_EXPIRED_TOKENS, now);
          return transaction.update(FORGET_EXPIRED, now);
        });
  }
}
