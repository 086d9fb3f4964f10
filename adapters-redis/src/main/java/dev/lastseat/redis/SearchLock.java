package dev.lastseat.redis;

import dev.lastseat.domain.event.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one instance at a time search an event. The lock is a random token, which only its owner
 * takes away; it vanishes by itself after a while, for its owner may be dead, and a Redis that was
 * frozen grants it to those who have long gone on. Whoever waited longer than that goes on without:
 * two searches cost time, not correctness.
 */
final class SearchLock {
  static final Duration LIFE = Store.WAIT_FOR_OTHERS;
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** ARGV: token, life of the lock. Answers 1 to its new owner, 0 to anybody else. */
  private static final Script LOCK =
      Script.of(
          """
          return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
          """);

  /** ARGV: token. It may have vanished, and be another's by now. */
  private static final Script UNLOCK =
      Script.of(
          """
          if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
          return 0
          """);

  private final Store store;

  SearchLock(Store store) {
    this.store = store;
  }

  /** Waits for the lock; answers the token to give it back with. */
  String lock(EventId event) {
    String token = store.token();
    for (long i = LIFE.dividedBy(PAUSE); i > 0 && isTaken(event, token); i--) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return token;
  }

  private boolean isTaken(EventId event, String token) {
    Optional<Object> reply = store.redis().ask(LOCK.with(keys(event), token, LIFE.toMillis()));
    return reply.filter(got -> Replies.integer(got) == 0).isPresent();
  }

  void unlock(EventId event, String token) {
    Optional<Object> _ = store.redis().ask(UNLOCK.with(keys(event), token));
  }

  private List<String> keys(EventId event) {
    return List.of(store.keys().search(event));
  }
}
