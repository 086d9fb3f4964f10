package dev.lastseat.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Texts under a key that is forgotten as a whole. Whoever finds nothing is lent a token to fill the
 * gap with; forgetting the key takes back all tokens of it, so that nothing is kept that was read
 * before (R. Nishtala et al., Scaling Memcache at Facebook, 2013).
 */
final class LeasedCache {
  /**
   * ARGV: field, now, a token, how long the key is kept. Answers {@code kept} and the text, or
   * {@code token} and the one to fill the gap with: all of a key share it until it is forgotten.
   */
  private static final Script GET =
      Script.of(
          """
          local ends = redis.call('HGET', KEYS[1], ARGV[1] .. ':until')
          if ends and tonumber(ends) > tonumber(ARGV[2]) then
            return {'kept', redis.call('HGET', KEYS[1], ARGV[1])}
          end
          redis.call('HSETNX', KEYS[1], 'token', ARGV[3])
          redis.call('PEXPIRE', KEYS[1], ARGV[4])
          return {'token', redis.call('HGET', KEYS[1], 'token')}
          """);

  /**
   * ARGV: token, field, text, until when, how long the key is kept. Whose token is gone has read
   * what was forgotten since.
   */
  private static final Script KEEP =
      Script.of(
          """
          if redis.call('HGET', KEYS[1], 'token') == ARGV[1] then
            redis.call('HSET', KEYS[1], ARGV[2], ARGV[3], ARGV[2] .. ':until', ARGV[4])
            redis.call('PEXPIRE', KEYS[1], ARGV[5])
          end
          return 0
          """);

  private static final Script FORGET =
      Script.of(
          """
          return redis.call('DEL', KEYS[1])
          """);

  private final Store store;
  private final Duration ttl;

  LeasedCache(Store store, Duration ttl) {
    this.store = store;
    this.ttl = ttl;
  }

  /** What is known of a field. */
  sealed interface Found {
    record Kept(String text) implements Found {}

    /** Nothing; the token is for {@link #keep}. */
    record Gap(String token) implements Found {}
  }

  /** Empty when Redis is away. */
  Optional<Found> find(String key, String field) {
    store.backlog().settle(List.of(key));
    long now = store.clock().millis();
    return store
        .redis()
        .ask(GET.with(List.of(key), field, now, store.token(), Store.kept(ttl)))
        .map(Replies::list)
        .map(
            reply -> {
              String text = Replies.text(reply.getLast());
              return reply.getFirst().equals("kept") ? new Found.Kept(text) : new Found.Gap(text);
            });
  }

  void keep(String key, String field, Found.Gap gap, String text) {
    long until = store.clock().millis() + ttl.toMillis();
    Command keep = KEEP.with(List.of(key), gap.token(), field, text, until, Store.kept(ttl));
    store.backlog().soon(Errand.once(key, keep));
  }

  static Command forget(String key) {
    return FORGET.with(List.of(key));
  }
}
