package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.port.Events.Deletion;
import java.util.function.LongPredicate;

/** Takes an event without live bookings away; bookings that were cancelled still remember it. */
public final class DeleteEvent {
  private final Events events;
  private final EventReader reader;

  public DeleteEvent(Events events, EventReader reader) {
    this.events = events;
    this.reader = reader;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Deleted() implements Outcome {}

    record NotFound() implements Outcome {}

    record VersionMismatch() implements Outcome {}

    record HasLiveBookings() implements Outcome {}
  }

  /**
   * Somebody else's change in between is no obstacle, unless the caller does not want the version
   * that they made.
   *
   * @param ifVersion whether the caller wants this version of the event deleted
   */
  public Outcome handle(EventId id, LongPredicate ifVersion) {
    return reader
        .fresh(id)
        .map(
            event ->
                ifVersion.test(event.version())
                    ? delete(event, ifVersion)
                    : new Outcome.VersionMismatch())
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome delete(Event event, LongPredicate ifVersion) {
    Deletion deletion = events.delete(event);
    reader.fresh(event.id());
    return switch (deletion) {
      case Deletion.Deleted _ -> new Outcome.Deleted();
      case Deletion.Stale _ -> handle(event.id(), ifVersion);
      case Deletion.HasLiveBookings _ -> new Outcome.HasLiveBookings();
    };
  }
}
