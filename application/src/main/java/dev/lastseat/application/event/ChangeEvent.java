package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.WrongState;
import dev.lastseat.domain.port.Events;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Changes what is said of an event, if nobody else has changed it meanwhile. */
public final class ChangeEvent {
  private final Events events;
  private final EventReader reader;
  private final Clock clock;

  public ChangeEvent(Events events, EventReader reader, Clock clock) {
    this.events = events;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What is to become of the event.
   *
   * @param ifVersion whether the caller knows this version of the event
   * @param change what the event as the store has it now becomes
   */
  public record Command(
      EventId id, LongPredicate ifVersion, Function<Event, EventDetails> change) {}

  /** What became of it. */
  public sealed interface Outcome {
    record Changed(Event event) implements Outcome {}

    record NotFound() implements Outcome {}

    record VersionMismatch() implements Outcome {}

    /** More tickets are sold and held than the event would have. */
    record TooSmall(int taken) implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  public Outcome handle(Command command) {
    Optional<Event> found = reader.fresh(command.id());
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (!command.ifVersion().test(found.get().version())) {
      return new Outcome.VersionMismatch();
    }
    try {
      EventDetails details = command.change().apply(found.get());
      return write(found.get().change(details, clock.instant()));
    } catch (WrongState wrong) {
      return new Outcome.NotPossible(wrong.why());
    }
  }

  private Outcome write(Event changed) {
    Events.Update update = events.update(changed);
    reader.fresh(changed.id());
    return switch (update) {
      case Events.Update.Updated _ -> new Outcome.Changed(changed);
      case Events.Update.Stale _ -> new Outcome.VersionMismatch();
      case Events.Update.TooSmall(int taken) -> new Outcome.TooSmall(taken);
    };
  }
}
