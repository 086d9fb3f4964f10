package dev.lastseat.redis;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.redis.client.Breaker;
import dev.lastseat.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * What instances share through Redis. Most ports are given one of the same kind that works in the
 * process, and go on by that one while Redis is away: one try takes {@link #BUDGET} at most, and
 * after a few in vain nobody tries but one caller a second.
 */
public final class RedisAdapters implements AutoCloseable {
  /** How long one try to reach Redis may take. */
  public static final Duration BUDGET = Duration.ofMillis(100);

  /** How long something that nobody waits for waits for company. */
  private static final Duration PATIENCE = Duration.ofMillis(5);

  private static final String PREFIX = "lastseat:";

  private final RedisContext context;
  private final List<RedisHints> hints = new CopyOnWriteArrayList<>();

  RedisAdapters(RedisContext context) {
    this.context = context;
  }

  /**
   * Makes ready to connect; whether Redis is there shows with the first call.
   *
   * @param url {@code redis[s]://[[user]:password@]host[:port][/database]}
   * @param random for tokens that nobody else has
   * @throws UnusableStore when it is not such a URL
   */
  public static RedisAdapters open(
      String url, Clock clock, RandomGenerator random, Observer observer) {
    Tuning tuning = new Tuning(BUDGET, PATIENCE, PREFIX);
    return new RedisAdapters(context(url, tuning, clock, new Breaker(clock), random, observer));
  }

  /** What tests set otherwise. */
  record Tuning(Duration budget, Duration patience, String prefix) {}

  static RedisContext context(
      String url,
      Tuning tuning,
      Clock clock,
      Breaker breaker,
      RandomGenerator random,
      Observer observer) {
    Redis redis = Redis.open(url, tuning.budget(), tuning.patience(), breaker, observer);
    return new RedisContext(redis, new Keys(tuning.prefix()), clock, random);
  }

  /** With the copies that this process has of its own in front. */
  public EventCache eventCache(EventCache ownCopies) {
    return new RedisEventCache(context, ownCopies);
  }

  public FirstPages firstPages() {
    return new RedisFirstPages(context);
  }

  public PlaceHints placeHints(PlaceHints fallback) {
    RedisHints opened = new RedisHints(context, fallback);
    hints.add(opened);
    return opened;
  }

  /** Counts older than {@code ttl} are counted again; none older than twice that are shown. */
  public AvailabilityCache availabilityCache(Duration ttl, AvailabilityCache fallback) {
    return new RedisAvailability(context, ttl, fallback);
  }

  public RememberedResponses rememberedResponses(Duration ttl, RememberedResponses fallback) {
    return new RedisResponses(context, ttl, fallback);
  }

  public RateLimiter rateLimiter(Duration window, RateLimiter fallback) {
    return new RedisRateLimiter(context, window, fallback);
  }

  public Health health() {
    return new RedisHealth(context);
  }

  /** Gives back what this instance had at hand, and disconnects. */
  @Override
  public void close() {
    hints.forEach(RedisHints::close);
    context.redis().close();
  }
}
