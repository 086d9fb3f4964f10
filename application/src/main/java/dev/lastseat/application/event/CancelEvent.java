package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.util.function.LongPredicate;

/**
 * Calls an event off. Answers as soon as the event is cancelled, from when on nothing can be
 * booked; {@code CancelBookingsOfCancelledEvents} then takes its bookings back.
 */
public final class CancelEvent {
  private final EventStep step;

  public CancelEvent(EventStep step) {
    this.step = step;
  }

  public EventStep.Outcome handle(EventId id, LongPredicate ifVersion) {
    return step.take(id, ifVersion, Event::cancel);
  }
}
