package dev.lastseat.application.fake;

import dev.lastseat.application.port.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Windows in memory. */
public final class FakeRateLimiter implements RateLimiter {
  private record Window(Instant end, int count) {}

  private final Clock clock;
  private final Duration length;
  private final Map<String, Window> windows = new HashMap<>();

  public FakeRateLimiter(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
  }

  @Override
  public synchronized Quota count(String bucket, int requests, int limit) {
    Instant now = clock.instant();
    Window open = windows.get(bucket);
    Instant latest = now.plus(length);
    Window window =
        open != null && now.isBefore(open.end())
            ? new Window(earlier(open.end(), latest), Math.max(0, open.count() + requests))
            : new Window(latest, Math.max(0, requests));
    windows.put(bucket, window);
    int remaining = Math.max(0, limit - window.count());
    return new Quota(window.count() <= limit, remaining, Duration.between(now, window.end()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
