package dev.lastseat.application.fact;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.user.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows what happened: all of it in the order of the log, or to one event or booking. */
public final class ReadFacts {
  /** How many facts are looked at for one answer, whatever few of them are wanted. */
  static final int MOST_LOOKED_AT = 10_000;

  private static final int BATCH = 1_000;

  private final FactLog log;
  private final Events events;
  private final FindBooking findBooking;

  public ReadFacts(FactLog log, Events events, FindBooking findBooking) {
    this.log = log;
    this.events = events;
    this.findBooking = findBooking;
  }

  /**
   * Some of the log.
   *
   * @param next the sequence of the last fact that was looked at, after which the rest comes
   */
  public record Part(List<RecordedFact> facts, long next) {}

  /**
   * What happened to one aggregate, the latest first.
   *
   * @param all whether the viewer may know who caused it
   */
  public record History(List<RecordedFact> facts, boolean all) {}

  /** Those after the sequence that are of these kinds, or of all where there are none. */
  public Part after(long sequence, Set<String> kinds, int limit) {
    List<RecordedFact> found = new ArrayList<>();
    long next = sequence;
    for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < limit; looked += BATCH) {
      List<RecordedFact> batch = log.after(next, BATCH);
      for (RecordedFact fact : batch) {
        if (found.size() < limit) {
          next = fact.sequence();
          if (kinds.isEmpty() || kinds.contains(fact.fact().kind())) {
            found.add(fact);
          }
        }
      }
      if (batch.size() < BATCH) {
        break;
      }
    }
    return new Part(found, next);
  }

  /** Of an event, to whoever runs it, also when it was deleted; for anyone else there is none. */
  public Optional<History> ofEvent(EventId id, Principal viewer) {
    return Optional.ofNullable(events.findAll(List.of(id)).get(id))
        .filter(event -> event.isRunBy(viewer))
        .map(_ -> new History(newestFirst(StreamId.of(id)), true));
  }

  /** Of a booking, to whoever may see it. */
  public Optional<History> ofBooking(BookingId id, Principal viewer) {
    return findBooking
        .handle(id, viewer)
        .map(
            found ->
                new History(newestFirst(StreamId.of(id)), FindBooking.oversees(viewer, found)));
  }

  private List<RecordedFact> newestFirst(StreamId stream) {
    return log.of(stream).reversed();
  }
}
