package dev.lastseat.domain.fake;

import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions in memory. */
public final class FakeSessions implements Sessions {
  private record Token(String session, Optional<TokenHash> parent, Instant expiresAt) {}

  private final FakeStore store;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Instant> ended = new HashMap<>();
  private final Map<TokenHash, Token> tokens = new HashMap<>();
  private final Map<TokenHash, Instant> overlapEnds = new HashMap<>();

  public FakeSessions(FakeStore store) {
    this.store = store;
  }

  @Override
  public void start(Session session, TokenHash token) {
    store.atomically(
        () -> {
          tokens.put(token, new Token(session.id(), Optional.empty(), session.expiresAt()));
          store.tell(AccessFacts.opened(session));
          return Optional.ofNullable(sessions.put(session.id(), session));
        });
  }

  @Override
  public Rotation rotate(
      TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    return store.atomically(
        () ->
            Optional.ofNullable(tokens.get(presented))
                .filter(token -> now.isBefore(token.expiresAt()))
                .flatMap(token -> Optional.ofNullable(sessions.get(token.session())))
                .map(session -> rotate(session, presented, successor, now, overlapEnd))
                .orElseGet(Rotation.Refused::new));
  }

  private Rotation rotate(
      Session session, TokenHash presented, Successor successor, Instant now, Instant overlapEnd) {
    Instant end = overlapEnds.putIfAbsent(presented, overlapEnd);
    if (end != null && !now.isBefore(end)) {
      end(session, now);
      return new Rotation.Reused(session.userId(), session.id());
    }
    Optional.ofNullable(tokens.get(presented))
        .flatMap(Token::parent)
        .ifPresent(parent -> overlapEnds.put(parent, Instant.MIN));
    Instant expiresAt = successor.expiresWithin(session.endsAt());
    tokens.put(successor.token(), new Token(session.id(), Optional.of(presented), expiresAt));
    sessions.put(
        session.id(),
        new Session(
            session.id(),
            session.userId(),
            session.client(),
            session.createdAt(),
            now,
            expiresAt,
            session.endsAt()));
    return new Rotation.Rotated(session.userId(), session.id());
  }

  private void end(Session session, Instant now) {
    ended.put(session.id(), now);
    store.tell(AccessFacts.revoked(session.id(), now));
    tokens.values().removeIf(token -> token.session().equals(session.id()));
  }

  @Override
  public Optional<String> session(TokenHash token) {
    return store.atomically(() -> Optional.ofNullable(tokens.get(token)).map(Token::session));
  }

  @Override
  public List<Session> of(UserId user, Instant now) {
    return store.atomically(
        () ->
            live(session -> session.userId().equals(user)).stream()
                .filter(session -> now.isBefore(session.expiresAt()))
                .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
                .toList());
  }

  private List<Session> live(Predicate<Session> wanted) {
    return sessions.values().stream()
        .filter(session -> !ended.containsKey(session.id()))
        .filter(wanted)
        .toList();
  }

  @Override
  public Optional<String> end(TokenHash token, Instant now) {
    return store.atomically(
        () ->
            Optional.ofNullable(tokens.get(token))
                .flatMap(
                    known ->
                        end(session -> session.id().equals(known.session()), now).stream()
                            .findAny()));
  }

  @Override
  public boolean end(UserId user, String session, Instant now) {
    return !endOf(user, it -> it.id().equals(session), now).isEmpty();
  }

  @Override
  public List<String> endAll(UserId user, Instant now) {
    return endOf(user, _ -> true, now);
  }

  @Override
  public List<String> endOthers(UserId user, String kept, Instant now) {
    return endOf(user, it -> !it.id().equals(kept), now);
  }

  private List<String> endOf(UserId user, Predicate<Session> wanted, Instant now) {
    return store.atomically(() -> end(wanted.and(session -> session.userId().equals(user)), now));
  }

  private List<String> end(Predicate<Session> wanted, Instant now) {
    List<Session> ending = live(wanted);
    ending.forEach(session -> end(session, now));
    return ending.stream().map(Session::id).toList();
  }

  @Override
  public List<String> endedSince(Instant since) {
    return store.atomically(
        () ->
            ended.entrySet().stream()
                .filter(entry -> !entry.getValue().isBefore(since))
                .map(Map.Entry::getKey)
                .toList());
  }

  @Override
  public void forgetExpired(Instant now) {
    store.atomically(
        () -> {
          tokens.values().removeIf(token -> token.expiresAt().isBefore(now));
          sessions.values().removeIf(session -> session.expiresAt().isBefore(now));
          return ended.keySet().retainAll(sessions.keySet());
        });
  }
}
