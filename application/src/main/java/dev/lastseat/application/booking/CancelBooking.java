package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;

/** Gives the places of a booking back; what is cancelled already stays as it is. */
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
    return finder
        .visible(command.id(), command.by())
        .map(booking -> cancel(booking, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome cancel(Booking booking, Command command) {
    return switch (booking) {
      case Booking.Live live -> cancelLive(live, command);
      case Booking.Cancelled cancelled -> new Outcome.Cancelled(finder.withEvent(cancelled));
      case Booking.Expired _ ->
          new Outcome.NotPossible("The booking is expired and cannot be cancelled.");
    };
  }

  /** A change that came in between is looked at anew. */
  private Outcome cancelLive(Booking.Live live, Command command) {
    Booking.Cancelled cancelled = live.cancel(clock.instant(), command.reason());
    return changes.apply(live, cancelled)
        ? new Outcome.Cancelled(finder.withEvent(cancelled))
        : handle(command);
  }
}
