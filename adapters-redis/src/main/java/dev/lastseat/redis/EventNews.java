package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Whether any {@link Event} changed anywhere, as far as this instance heard. Changes are numbered;
 * every round trip brings home the last number, so that copies of events in the process are never
 * older than the last trip.
 */
final class EventNews {
  private static final long NONE = 0;

  private final String key;
  private long last = NONE;
  private long heard;

  EventNews(String key) {
    this.key = key;
  }

  /** Where Redis keeps the last number. */
  String key() {
    return key;
  }

  /** Another value whenever there was news. */
  synchronized long heard() {
    return heard;
  }

  /** Replies may overtake each other; numbers only go down when Redis lost its own. */
  synchronized void hear(@Nullable String reply) {
    long number = reply == null ? NONE : Long.parseLong(reply);
    if (number > last || (number == NONE && last != NONE)) {
      last = number;
      heard++;
    }
  }

  /** Something changed here. */
  synchronized void changedHere() {
    heard++;
  }
}
