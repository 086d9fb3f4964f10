package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.WrongState;
import dev.lastseat.domain.port.Events;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;

/**
 * Takes an event from one status to the next: what publishing, completing and cancelling have in
 * common.
 */
public final class EventStep {
  private final Events events;
  private final EventReader reader;
  private final Clock clock;

  public EventStep(Events events, EventReader reader, Clock clock) {
    this.events = events;
    this.reader = reader;
    this.clock = clock;
  }

  /** What became of the step. */
  public sealed interface Outcome {
    record Taken(Event event) implements Outcome {}

    record NotFound() implements Outcome {}

    record VersionMismatch() implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  /**
   * Somebody else's change in between is no obstacle: the step is tried on what they made of it,
   * unless the caller does not want that.
   *
   * @param ifVersion whether the caller wants the step taken from this version of the event
   */
  Outcome take(EventId id, LongPredicate ifVersion, BiFunction<Event, Instant, Event> step) {
    return reader
        .fresh(id)
        .map(event -> take(event, ifVersion, step))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome take(
      Event event, LongPredicate ifVersion, BiFunction<Event, Instant, Event> step) {
    if (!ifVersion.test(event.version())) {
      return new Outcome.VersionMismatch();
    }
    Event next;
    try {
      next = step.apply(event, clock.instant());
    } catch (WrongState wrong) {
      return new Outcome.NotPossible(wrong.why());
    }
    Events.Update update = events.update(next);
    reader.fresh(next.id());
    return switch (update) {
      case Events.Update.Updated _ -> new Outcome.Taken(next);
      case Events.Update.Stale _ -> take(event.id(), ifVersion, step);
      case Events.Update.TooSmall _ ->
          throw new IllegalStateException("a step does not shrink the event " + event.id());
    };
  }
}
