package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

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
            .ticker(new ClockTicker(clock))
            .build();
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(cache.getIfPresent(key));
  }

  /** How often the key was forgotten so far; to be asked before reading what is then kept. */
  int timesForgotten(K key) {
    return forgotten.get(counter(key));
  }

  /** Looks and keeps in one step, which a removal cannot come between. */
  void keep(K key, V value, int before) {
    cache.asMap().compute(key, (same, kept) -> timesForgotten(key) == before ? value : kept);
  }

  void forget(K key) {
    forgotten.incrementAndGet(counter(key));
    cache.invalidate(key);
  }

  private static int counter(Object key) {
    return Math.floorMod(key.hashCode(), COUNTERS);
  }
}
