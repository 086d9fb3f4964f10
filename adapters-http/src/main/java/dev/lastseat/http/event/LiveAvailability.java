package dev.lastseat.http.event;

import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Availability for those who listen to it. An event is looked at once a round, however many listen
 * to it, and a message is made once for all of them.
 */
final class LiveAvailability {
  private static final Logger log = LoggerFactory.getLogger(LiveAvailability.class);
  private static final Message GONE = Message.last("gone", Map.of());

  private final Function<EventId, Optional<EventWithAvailability>> find;
  private final Map<EventId, Optional<Look>> looks = new HashMap<>();
  private long round;
  private boolean away;

  LiveAvailability(Function<EventId, Optional<EventWithAvailability>> find) {
    this.find = find;
  }

  /**
   * How an event was found.
   *
   * @param event empty where it is gone
   * @param shown what is worth a message when it changes
   */
  private record Look(Optional<Event> event, Object shown, Message message) {
    private static final Look NONE = new Look(Optional.empty(), "", GONE);

    static Look of(EventWithAvailability event) {
      int total = event.availability().totalTickets();
      return new Look(
          Optional.of(event.event()),
          Map.of(total, EventViews.counts(event)),
          LiveAvailability.message(event));
    }

    /** To whom the event is not shown any more, it is gone. */
    Look by(Optional<Principal> viewer) {
      return event.filter(it -> it.isShownTo(viewer)).isPresent() ? this : NONE;
    }
  }

  static Message message(EventWithAvailability shown) {
    return Message.of("availability", EventViews.live(shown));
  }

  /** What the viewer is told of the event after this. */
  Source after(EventWithAvailability shown, Optional<Principal> viewer) {
    return new Watch(shown.event().id(), viewer, Look.of(shown).shown());
  }

  private final class Watch implements Source {
    private final EventId event;
    private final Optional<Principal> viewer;
    private Object told;

    private Watch(EventId event, Optional<Principal> viewer, Object told) {
      this.event = event;
      this.viewer = viewer;
      this.told = told;
    }

    @Override
    public Optional<Message> next(long round) {
      Optional<Look> news =
          look(event, round)
              .map(look -> look.by(viewer))
              .filter(look -> !look.shown().equals(told));
      news.ifPresent(look -> told = look.shown());
      return news.map(Look::message);
    }
  }

  /** Empty while the store is away, which is waited for once a round. */
  private Optional<Look> look(EventId event, long number) {
    if (number != round) {
      round = number;
      looks.clear();
      away = false;
    }
    return looks.computeIfAbsent(event, id -> away ? Optional.empty() : look(id));
  }

  private Optional<Look> look(EventId event) {
    try {
      return Optional.of(find.apply(event).map(Look::of).orElse(Look.NONE));
    } catch (StoreUnavailable unavailable) {
      log.warn("nothing new for listeners: {}", unavailable.getMessage());
      away = true;
      return Optional.empty();
    }
  }
}
