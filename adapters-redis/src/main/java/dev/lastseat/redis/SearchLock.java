package dev.lastseat.redis;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one instance at a time search an event. The lock is a random token, which only its owner
 * takes away; it vanishes by itself after a while, for its owner may be dead, and a Redis that was
 * frozen grants it to those who have long gone on. Whoever waited longer than that goes on without:
 * two searches cost time, not correctness.
 */
record SearchLock(RedisContext context) {
  static final Duration LIFE = RedisContext.WAIT_FOR_OTHERS;
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** ARGV: token, life of the lock. Answers 1 to its new owner, 0 to anybody else. */
  private static final String LOCK =
      "return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0";

  /** ARGV: token. It may have vanished, and be another's by now. */
  private static final String UNLOCK =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 0";

  /** Waits for the lock; answers the token to give it back with. */
  String lock(EventId event) {
    String token = context.token();
    for (long i = LIFE.dividedBy(PAUSE); i > 0 && isTaken(event, token); i--) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return token;
  }

  private boolean isTaken(EventId event, String token) {
    Command lock = Command.of(LOCK, keys(event), token, LIFE.toMillis());
    return context.redis().ask(lock, Reply::integer).filter(granted -> granted == 0).isPresent();
  }

  void unlock(EventId event, String token) {
    context.redis().send(Command.of(UNLOCK, keys(event), token));
  }

  private List<String> keys(EventId event) {
    return List.of(context.keys().search(event));
  }
}
