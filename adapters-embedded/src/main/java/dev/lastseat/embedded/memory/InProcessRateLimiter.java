package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.application.port.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counters of fixed windows, for as many buckets as fit; the least used ones are forgotten first.
 * When the clock is put back, a window lasts for its length from then on at the most.
 */
final class InProcessRateLimiter implements RateLimiter {
  static final int MAX_BYTES = 20_000_000;

  /** What a bucket takes besides its name: 100,000 buckets of short names fit. */
  private static final int OVERHEAD = 150;

  private final Cache<String, Window> windows =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, Window>weigher((bucket, window) -> OVERHEAD + bucket.length())
          .executor(Runnable::run)
          .build();
  private final Duration length;
  private final Clock clock;

  InProcessRateLimiter(Duration length, Clock clock) {
    this.length = length;
    this.clock = clock;
  }

  private record Window(Instant end, int taken) {
    Window and(int requests, Instant latestEnd) {
      return new Window(
          end.isBefore(latestEnd) ? end : latestEnd,
          Math.clamp((long) taken + requests, 0, Integer.MAX_VALUE));
    }
  }

  @Override
  public Quota count(String bucket, int requests, int limit) {
    Instant now = clock.instant();
    Window window =
        windows
            .asMap()
            .compute(
                bucket,
                (same, known) ->
                    known == null || !now.isBefore(known.end())
                        ? new Window(now.plus(length), Math.max(0, requests))
                        : known.and(requests, now.plus(length)));
    int remaining = Math.max(0, limit - window.taken());
    return new Quota(window.taken() <= limit, remaining, Duration.between(now, window.end()));
  }
}
