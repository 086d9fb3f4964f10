package dev.lastseat.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The few things that were used last. What has to go is handed to {@code leaving}. */
final class Recent<K, V> {
  private final LinkedHashMap<K, V> all = new LinkedHashMap<>(16, 0.75f, true);
  private final int max;
  private final BiConsumer<K, V> leaving;

  Recent(int max, BiConsumer<K, V> leaving) {
    this.max = max;
    this.leaving = leaving;
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(all.get(key));
  }

  synchronized V get(K key, Function<K, V> make) {
    V value = all.computeIfAbsent(key, make);
    trim();
    return value;
  }

  synchronized void put(K key, V value) {
    all.put(key, value);
    trim();
  }

  synchronized Map<K, V> copy() {
    return Map.copyOf(all);
  }

  private void trim() {
    if (all.size() > max) {
      Optional.ofNullable(all.pollFirstEntry())
          .ifPresent(eldest -> leaving.accept(eldest.getKey(), eldest.getValue()));
    }
  }
}
