package dev.lastseat.redis;

import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Windows counted by all instances together. While Redis is away each instance counts for itself,
 * from zero; when it is back the windows go on as Redis knew them.
 */
record RedisRateLimiter(RedisContext context, Duration window, RateLimiter fallback)
    implements RateLimiter {
  /**
   * A window begins with its first request, and ends after its length by the clock of whoever asks:
   * one that was put back lets none last longer. ARGV: now, length of a window, end of one that
   * begins now, how long it is kept, requests. Answers the requests so far, and how long the window
   * lasts.
   */
  private static final String COUNT =
      """
      local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
      local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or 0)
      if now >= ends then
        ends = now + window
        redis.call('HSET', KEYS[1], 'ends', ARGV[3], 'taken', 0)
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
      elseif ends > now + window then
        ends = now + window
        redis.call('HSET', KEYS[1], 'ends', ARGV[3])
      end
      local taken = redis.call('HINCRBY', KEYS[1], 'taken', ARGV[5])
      if taken < 0 then
        taken = 0
        redis.call('HSET', KEYS[1], 'taken', taken)
      end
      return {taken, ends - now}
      """;

  @Override
  public Quota count(String bucket, int requests, int limit) {
    return context
        .redis()
        .ask(count(bucket, requests), reply -> quota(reply.list(), limit))
        .orElseGet(() -> fallback.count(bucket, requests, limit));
  }

  private Command count(String bucket, int requests) {
    long now = context.clock().millis();
    return Command.of(
        COUNT,
        List.of(context.keys().limit(bucket)),
        now,
        window.toMillis(),
        now + window.toMillis(),
        RedisContext.kept(window),
        requests);
  }

  private static Quota quota(List<Reply> reply, int limit) {
    long taken = reply.getFirst().number();
    Duration reset = Duration.ofMillis(reply.getLast().number());
    return new Quota(taken <= limit, (int) Math.max(0, limit - taken), reset);
  }
}
