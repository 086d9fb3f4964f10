package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.util.function.LongPredicate;

/** Closes a published event that has taken place. */
public final class CompleteEvent {
  private final EventStep step;

  public CompleteEvent(EventStep step) {
    this.step = step;
  }

  public EventStep.Outcome handle(EventId id, LongPredicate ifVersion) {
    return step.take(id, ifVersion, Event::complete);
  }
}
