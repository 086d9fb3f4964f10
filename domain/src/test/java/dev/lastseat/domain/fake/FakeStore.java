package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the fake events, bookings, users and sessions share: one memory and one lock. */
public final class FakeStore {
  final Map<EventId, Event> events = new HashMap<>();
  final Set<EventId> deleted = new HashSet<>();
  final Map<BookingId, Booking> bookings = new HashMap<>();

  private boolean away;

  /** From now on every question to the store fails, until it is back. */
  public void goAway() {
    atomically(() -> away = true);
  }

  public synchronized void comeBack() {
    away = false;
  }

  synchronized <T> T atomically(Supplier<T> step) {
    if (away) {
      throw new StoreUnavailable("the store is away");
    }
    return step.get();
  }

  Optional<Event> event(EventId id) {
    return deleted.contains(id) ? Optional.empty() : Optional.ofNullable(events.get(id));
  }

  List<Booking.Live> live(Predicate<Booking.Live> wanted) {
    return bookings.values().stream()
        .filter(Booking.Live.class::isInstance)
        .map(Booking.Live.class::cast)
        .filter(wanted)
        .toList();
  }

  List<Booking.Live> liveOf(EventId event) {
    return live(booking -> booking.details().eventId().equals(event));
  }

  List<Integer> placesTaken(EventId event) {
    return liveOf(event).stream()
        .flatMap(booking -> booking.claim().places().ordinals().stream())
        .toList();
  }
}
