package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Events.Update;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Publishes drafts whose time has come. May run on many instances at once: each is published once.
 */
public record PublishEvents(Events events, EventCache cache, Clock clock) {
  private static final int BATCH = 100;

  /** Publishes all that are due now; answers how many of them it was that did. */
  public int handle() {
    Instant now = clock.instant();
    int published = 0;
    List<Event> due;
    do {
      due = events.toPublish(now, BATCH);
      published += (int) due.stream().filter(draft -> publish(draft, now)).count();
    } while (due.size() == BATCH);
    return published;
  }

  /** A draft that somebody changes meanwhile is looked at the next time. */
  private boolean publish(Event draft, Instant now) {
    try {
      return events.update(draft.publish(now)) instanceof Update.Updated;
    } finally {
      cache.forget(draft.id());
    }
  }
}
