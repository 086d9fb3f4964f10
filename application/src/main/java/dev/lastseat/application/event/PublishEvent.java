package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.util.function.LongPredicate;

/** Puts a draft on sale. */
public final class PublishEvent {
  private final EventStep step;

  public PublishEvent(EventStep step) {
    this.step = step;
  }

  public EventStep.Outcome handle(EventId id, LongPredicate ifVersion) {
    return step.take(id, ifVersion, Event::publish);
  }
}
