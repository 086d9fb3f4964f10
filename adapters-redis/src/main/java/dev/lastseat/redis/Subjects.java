package dev.lastseat.redis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the errands under way are about; several may be about the same. */
final class Subjects {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  void add(String subject) {
    counts.merge(subject, 1, Integer::sum);
  }

  void remove(String subject) {
    counts.computeIfPresent(
        subject, (same, count) -> Optional.of(count - 1).filter(left -> left > 0).orElse(null));
  }

  boolean contains(String subject) {
    return counts.containsKey(subject);
  }
}
