package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.CheckinLists.OfEvent;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.live.Looks;
import dev.lastseat.http.live.Looks.View;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lists of an event, and how many are inside, for those who listen to them. An event is looked
 * at once a round, however many listen to its lists.
 */
final class LiveLists {
  private static final View GONE = new View("", Message.last("gone", Map.of()));

  private final Looks<EventId, Look> looks;

  LiveLists(Function<EventId, Optional<OfEvent>> find) {
    this.looks = new Looks<>(id -> Look.of(find.apply(id)));
  }

  /** How an event was found; empty where it is gone. */
  private record Look(Optional<Event> event, View view) {
    static Look of(Optional<OfEvent> found) {
      return new Look(
          found.map(OfEvent::event),
          found.map(it -> new View(it.lists(), message(it.lists()))).orElse(GONE));
    }

    /** To whom does not work at the door any more, it is gone. */
    View by(Principal viewer) {
      return event.filter(it -> it.isStaffedBy(viewer)).isPresent() ? view : GONE;
    }
  }

  static Message message(List<WithCount> lists) {
    return Message.of("lists", lists.stream().map(CheckinViews::list).toList());
  }

  /** What the viewer is told of the event after this. */
  Source after(EventId event, List<WithCount> shown, Principal viewer) {
    return looks.after(event, shown, look -> look.by(viewer));
  }
}
