package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions in memory. */
public final class FakeSessions implements Sessions {
  private final FakeStore store;
  private final Map<TokenHash, Session> sessions = new HashMap<>();
  private final Set<TokenHash> used = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  public FakeSessions(FakeStore store) {
    this.store = store;
  }

  @Override
  public void start(Session session) {
    store.atomically(() -> Optional.ofNullable(sessions.put(session.tokenHash(), session)));
  }

  @Override
  public Rotation rotate(TokenHash presented, TokenHash next, Instant now, Instant expiresAt) {
    return store.atomically(
        () ->
            Optional.ofNullable(sessions.get(presented))
                .filter(session -> now.isBefore(session.expiresAt()))
                .filter(session -> !ended.contains(session.family()))
                .map(session -> exchange(session, next, expiresAt))
                .orElseGet(Rotation.Refused::new));
  }

  private Rotation exchange(Session session, TokenHash next, Instant expiresAt) {
    if (!used.add(session.tokenHash())) {
      ended.add(session.family());
      return new Rotation.Reused(session.userId());
    }
    sessions.put(next, new Session(next, session.family(), session.userId(), expiresAt));
    return new Rotation.Rotated(session.userId());
  }

  @Override
  public Optional<UserId> owner(TokenHash token) {
    return store.atomically(
        () ->
            Optional.ofNullable(sessions.get(token))
                .filter(session -> !ended.contains(session.family()))
                .map(Session::userId));
  }

  @Override
  public void end(TokenHash token, UserId user) {
    store.atomically(
        () ->
            Optional.ofNullable(sessions.get(token))
                .filter(session -> session.userId().equals(user))
                .map(session -> ended.add(session.family())));
  }

  @Override
  public void forgetExpired(Instant now) {
    store.atomically(
        () -> sessions.values().removeIf(session -> session.expiresAt().isBefore(now)));
  }
}
