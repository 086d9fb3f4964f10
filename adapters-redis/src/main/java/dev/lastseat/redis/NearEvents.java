package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Copies of events in the process, which cost no round trip. One is good until any event changes
 * anywhere, which {@link EventNews} tell with the next round trip, and for two seconds at most.
 */
final class NearEvents {
  static final int MAX_EVENTS = 1_000;

  private record Copy(Event event, long news, Instant until) {}

  private final Recent<EventId, Copy> copies = new Recent<>(MAX_EVENTS, (id, copy) -> {});
  private final EventNews news;
  private final Clock clock;

  NearEvents(EventNews news, Clock clock) {
    this.news = news;
    this.clock = clock;
  }

  Optional<Event> find(EventId id) {
    return copies
        .find(id)
        .filter(copy -> copy.news() == news.heard() && clock.instant().isBefore(copy.until()))
        .map(Copy::event);
  }

  /**
   * Keeps a copy.
   *
   * @param heard the news as they were before the event was read
   */
  void keep(Event event, long heard) {
    copies.put(event.id(), new Copy(event, heard, clock.instant().plus(EventCache.OWN_COPY)));
  }
}
