package dev.lastseat.redis;

import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.Health;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.RateLimiter;
import dev.lastseat.domain.port.RememberedResponses;
import dev.lastseat.domain.port.UnusableStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * What instances share through Redis. Each port is given one of the same kind that works in the
 * process, and goes on by that one while Redis is away: one try takes {@link #BUDGET} at most, and
 * after a few in vain nobody tries but one caller a second.
 */
public final class RedisAdapters implements AutoCloseable {
  /** How long one try to reach Redis may take. */
  public static final Duration BUDGET = Duration.ofMillis(100);

  /** How long something that nobody waits for waits for company. */
  private static final Duration PATIENCE = Duration.ofMillis(5);

  private static final String PREFIX = "lastseat:";

  private final Store store;
  private final List<RedisHints> hints = new CopyOnWriteArrayList<>();

  RedisAdapters(Store store) {
    this.store = store;
  }

  /**
   * Makes ready to connect; whether Redis is there shows with the first call.
   *
   * @param url {@code redis[s]://[[user]:password@]host[:port][/database]}
   * @param random for tokens that nobody else has
   * @throws UnusableStore when it is not such a URL
   */
  public static RedisAdapters open(String url, Clock clock, RandomGenerator random) {
    Tuning tuning = new Tuning(BUDGET, PATIENCE, PREFIX);
    return new RedisAdapters(store(url, tuning, clock, new Breaker(clock), random));
  }

  /** What tests set otherwise. */
  record Tuning(Duration budget, Duration patience, String prefix) {}

  static Store store(
      String url, Tuning tuning, Clock clock, Breaker breaker, RandomGenerator random) {
    URI uri = RedisUrl.parse(url);
    Keys keys = new Keys(tuning.prefix());
    Redis redis =
        new Redis(RedisPool.open(uri, tuning.budget()), breaker, new EventNews(keys.eventNews()));
    return new Store(redis, new Backlog(redis, tuning.patience()), keys, clock, random);
  }

  public EventCache eventCache(EventCache fallback) {
    return new RedisEventCache(store, fallback);
  }

  public FirstPages firstPages(FirstPages fallback) {
    return new RedisFirstPages(store, fallback);
  }

  public PlaceHints placeHints(PlaceHints fallback) {
    RedisHints opened = new RedisHints(store, fallback);
    hints.add(opened);
    return opened;
  }

  /** Counts older than {@code ttl} are counted again; none older than twice that are shown. */
  public AvailabilityCache availabilityCache(Duration ttl, AvailabilityCache fallback) {
    return new RedisAvailability(store, ttl, fallback);
  }

  public RememberedResponses rememberedResponses(Duration ttl, RememberedResponses fallback) {
    return new RedisResponses(store, ttl, fallback);
  }

  public RateLimiter rateLimiter(Duration window, RateLimiter fallback) {
    return new RedisRateLimiter(store, window, fallback);
  }

  public Health health() {
    return new RedisHealth(store);
  }

  /** Gives back what this instance had at hand, and disconnects. */
  @Override
  public void close() {
    hints.forEach(RedisHints::close);
    store.backlog().close();
    store.redis().close();
  }
}
