package dev.lastseat.http.event;

import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.live.Looks;
import dev.lastseat.http.live.Looks.View;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.Source;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Availability for those who listen to it. An event is looked at once a round, however many listen
 * to it, and a message is made once for all of them.
 */
final class LiveAvailability {
  private static final View GONE = new View("", Message.last("gone", Map.of()));

  private final Looks<EventId, Look> looks;

  LiveAvailability(Function<EventId, Optional<EventWithAvailability>> find) {
    this.looks = new Looks<>(id -> Look.of(find.apply(id)));
  }

  /** How an event was found; empty where it is gone. */
  private record Look(Optional<Event> event, View view) {
    static Look of(Optional<EventWithAvailability> found) {
      return new Look(
          found.map(EventWithAvailability::event),
          found.map(it -> new View(state(it), LiveAvailability.message(it))).orElse(GONE));
    }

    /** To whom the event is not shown any more, it is gone. */
    View by(Optional<Principal> viewer) {
      return event.filter(it -> it.isShownTo(viewer)).isPresent() ? view : GONE;
    }
  }

  /** What is worth a message when it changes. */
  private static Object state(EventWithAvailability shown) {
    return Map.of(shown.availability().totalTickets(), EventViews.counts(shown));
  }

  static Message message(EventWithAvailability shown) {
    return Message.of("availability", EventViews.live(shown));
  }

  /** What the viewer is told of the event after this. */
  Source after(EventWithAvailability shown, Optional<Principal> viewer) {
    return looks.after(shown.event().id(), state(shown), look -> look.by(viewer));
  }
}
