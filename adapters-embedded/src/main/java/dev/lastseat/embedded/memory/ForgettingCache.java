package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/**
 * Things as they were read a short time ago. Every {@link #forget} is counted before it removes,
 * and what was read while the count went up is not kept; keys share counters, which at worst costs
 * a second read.
 */
final class ForgettingCache<K, V> {
  private static final int COUNTERS = 1_024;

  private final AtomicIntegerArray forgotten = new AtomicIntegerArray(COUNTERS);
  private final Cache<K, V> cache;

  ForgettingCache(long maxWeight, Weigher<K, V> weigher, Duration ttl, Clock clock) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(maxWeight)
            .weigher(weigher)
            .executor(Runnable::run)
            .expireAfterWrite(ttl)
            .ticker(new SteadyTicker(clock))
            .build();
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(cache.getIfPresent(key));
  }

  /** Reads afresh and keeps what was found; it looks and keeps in one step, as a removal would. */
  Optional<V> read(K key, Supplier<Optional<V>> read) {
    int counter = Math.floorMod(key.hashCode(), COUNTERS);
    int before = forgotten.get(counter);
    Optional<V> found = read.get();
    found.ifPresentOrElse(
        value ->
            cache
                .asMap()
                .compute(key, (same, kept) -> forgotten.get(counter) == before ? value : kept),
        () -> forget(key));
    return found;
  }

  void forget(K key) {
    forgotten.incrementAndGet(Math.floorMod(key.hashCode(), COUNTERS));
    cache.invalidate(key);
  }
}
