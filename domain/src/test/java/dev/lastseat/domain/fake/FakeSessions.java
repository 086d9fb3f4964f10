package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory. */
public final class FakeSessions implements Sessions {
  private final FakeStore store;
  private final Map<TokenHash, Session> sessions = new HashMap<>();
  private final Map<TokenHash, TokenHash> parents = new HashMap<>();
  private final Map<TokenHash, Instant> overlapEnds = new HashMap<>();

  public FakeSessions(FakeStore store) {
    this.store = store;
  }

  @Override
  public void start(Session session) {
    store.atomically(() -> Optional.ofNullable(sessions.put(session.tokenHash(), session)));
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return store.atomically(
        () ->
            Optional.ofNullable(sessions.get(presented))
                .filter(session -> now.isBefore(session.expiresAt()))
                .map(session -> rotate(session, successor, now, overlapEnd))
                .orElseGet(Rotation.Refused::new));
  }

  private Rotation rotate(Session session, Successor successor, Instant now, Instant overlapEnd) {
    TokenHash presented = session.tokenHash();
    Instant end = overlapEnds.putIfAbsent(presented, overlapEnd);
    if (end != null && !now.isBefore(end)) {
      endFamily(session.family());
      return new Rotation.Reused(session.userId());
    }
    Optional.ofNullable(parents.get(presented))
        .ifPresent(parent -> overlapEnds.put(parent, Instant.MIN));
    TokenHash next = successor.token();
    sessions.put(
        next, new Session(next, session.family(), session.userId(), successor.expiresAt()));
    parents.put(next, presented);
    return new Rotation.Rotated(session.userId(), session.family());
  }

  private boolean endFamily(String family) {
    return sessions.values().removeIf(session -> session.family().equals(family));
  }

  @Override
  public Optional<String> family(TokenHash token) {
    return store.atomically(() -> Optional.ofNullable(sessions.get(token)).map(Session::family));
  }

  @Override
  public void end(TokenHash token) {
    store.atomically(
        () -> Optional.ofNullable(sessions.get(token)).map(session -> endFamily(session.family())));
  }

  @Override
  public void forgetExpired(Instant now) {
    store.atomically(
        () -> sessions.values().removeIf(session -> session.expiresAt().isBefore(now)));
  }
}
