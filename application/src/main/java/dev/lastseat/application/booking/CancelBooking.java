package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;

/**
 * Gives the places of a booking back; what is cancelled already stays as it is. Once the event has
 * begun, only an admin can.
 */
public final class CancelBooking {
  private final FindBooking finder;
  private final BookingChanges changes;
  private final Clock clock;

  public CancelBooking(FindBooking finder, BookingChanges changes, Clock clock) {
    this.finder = finder;
    this.changes = changes;
    this.clock = clock;
  }

  /** Who cancels what, and why. */
  public record Command(BookingId id, Principal by, Reason reason) {}

  /** What became of the booking. */
  public sealed interface Outcome {
    record Cancelled(BookingWithEvent booking) implements Outcome {}

    record NotFound() implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  public Outcome handle(Command command) {
    Instant now = clock.instant();
    return finder
        .findToChange(command.id(), command.by(), now)
        .map(found -> cancel(found, command, now))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome cancel(BookingWithEvent found, Command command, Instant now) {
    return switch (found.booking()) {
      case Booking.Confirmed _ when isTooLate(found, command.by(), now) ->
          new Outcome.NotPossible("The event has begun; only an admin can cancel the booking now.");
      case Booking.Live live -> cancelLive(live, found, command, now);
      case Booking.Cancelled _ -> new Outcome.Cancelled(found);
      case Booking.Expired _ ->
          new Outcome.NotPossible("The booking is expired and cannot be cancelled.");
    };
  }

  private static boolean isTooLate(BookingWithEvent found, Principal by, Instant now) {
    return !by.isAdmin() && found.event().filter(event -> event.hasBegun(now)).isPresent();
  }

  /** A change that came in between is looked at anew. */
  private Outcome cancelLive(
      Booking.Live live, BookingWithEvent found, Command command, Instant now) {
    Booking.Cancelled cancelled = live.cancel(now, command.reason());
    return changes.apply(live, cancelled)
        ? new Outcome.Cancelled(found.as(cancelled))
        : handle(command);
  }
}
