package dev.lastseat.application.booking.cancel;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives the places of a booking back, for the fee of its event; what is cancelled already stays as
 * it is. Once the event has begun, or what was bought is not taken back any more, only an admin
 * can, or its owner who runs the event; they pay no fee.
 */
public record CancelBooking(
    FindBooking finder, BookingChanges changes, Checkins checkins, Clock clock) {
  /** Who cancels what, and why. */
  public record Command(BookingId id, Principal by, Reason reason) {}

  public Change<BookingWithEvent> handle(Command command) {
    return OptimisticRetry.untilDecided("the booking", () -> attempt(command));
  }

  private Optional<Change<BookingWithEvent>> attempt(Command command) {
    Instant now = clock.instant();
    return finder
        .findToChange(command.id(), command.by(), now)
        .map(found -> cancel(found, command, now))
        .orElseGet(() -> Optional.of(new Change.NotFound<>()));
  }

  private Optional<Change<BookingWithEvent>> cancel(
      BookingWithEvent found, Command command, Instant now) {
    return switch (found.booking()) {
      case Booking.Confirmed sold when !checkins.letIn(List.of(sold)).isEmpty() ->
          Optional.of(new Change.AlreadyIn<>());
      case Booking.Confirmed sold -> cancel(sold, found, command, now);
      case Booking.Pending hold -> apply(hold, hold.cancel(now, command.reason()), found);
      case Booking.Cancelled _ -> Optional.of(new Change.Done<>(found));
      case Booking.Expired _ ->
          Optional.of(new Change.NotPossible<>("The booking is expired and cannot be cancelled."));
    };
  }

  private Optional<Change<BookingWithEvent>> cancel(
      Booking.Confirmed sold, BookingWithEvent found, Command command, Instant now) {
    Optional<String> refused = found.notReturnable(command.by(), now);
    return refused.isPresent()
        ? Optional.of(new Change.NotPossible<>(refused.get()))
        : apply(sold, sold.cancel(now, command.reason(), found.returnFee(command.by())), found);
  }

  private Optional<Change<BookingWithEvent>> apply(
      Booking.Live live, Booking.Cancelled cancelled, BookingWithEvent found) {
    return changes.apply(live, cancelled)
        ? Optional.of(new Change.Done<>(found.as(cancelled)))
        : Optional.empty();
  }
}
