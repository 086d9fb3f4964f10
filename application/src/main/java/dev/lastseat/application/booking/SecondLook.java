package dev.lastseat.application.booking;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Bookings;
import java.time.Clock;
import java.util.Optional;

/**
 * Looks once more at bookings that were recorded: their event may have been cancelled or shrunk
 * since it was judged. What should not stand is taken back.
 */
public final class SecondLook {
  private final EventReader events;
  private final Bookings bookings;
  private final BookingChanges changes;
  private final Clock clock;

  public SecondLook(EventReader events, Bookings bookings, BookingChanges changes, Clock clock) {
    this.events = events;
    this.bookings = bookings;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A new booking as it stands; empty when it was taken back.
   *
   * @param seen the event as it was read with the recording or after it
   */
  Optional<BookingWithEvent> recorded(Booking.Live booking, Optional<Event> seen) {
    changes.recorded(booking);
    return standing(booking, seen);
  }

  /** Cancels a booking that stood, wherever it is by now. */
  void takeBack(Booking booking) {
    live(booking).flatMap(this::cancel).ifPresent(this::takeBack);
  }

  private Optional<BookingWithEvent> standing(Booking.Live booking, Optional<Event> seen) {
    return seen.filter(event -> BookingPolicy.admits(event, booking))
        .map(event -> new BookingWithEvent(booking, event))
        .or(() -> notAdmitted(booking));
  }

  /** Whoever shrank the event may have moved the booking already; then it is looked at anew. */
  private Optional<BookingWithEvent> notAdmitted(Booking.Live booking) {
    Optional<Booking.Live> elsewhere = cancel(booking);
    Optional<Event> now = events.readFromStore(booking.details().eventId());
    return elsewhere.flatMap(moved -> standing(moved, now));
  }

  /** The booking as it is live elsewhere, where it could not be cancelled as it was seen. */
  private Optional<Booking.Live> cancel(Booking.Live booking) {
    Booking.Cancelled cancelled = booking.cancel(clock.instant(), Reason.EVENT_CHANGED);
    return changes.apply(booking, cancelled)
        ? Optional.empty()
        : bookings.find(booking.id()).flatMap(SecondLook::live);
  }

  private static Optional<Booking.Live> live(Booking booking) {
    return booking instanceof Booking.Live live ? Optional.of(live) : Optional.empty();
  }
}
