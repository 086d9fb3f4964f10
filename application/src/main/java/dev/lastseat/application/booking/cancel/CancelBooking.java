package dev.lastseat.application.booking.cancel;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Gives the places of a booking back, for the fee of its event; what is cancelled already stays as
 * it is. Once the event has begun, or what was bought is not taken back any more, only an admin
 * can, or its owner who runs the event; they pay no fee.
 */
public record CancelBooking(FindBooking finder, BookingChanges changes, LetIn letIn, Clock clock) {
  /** Who cancels what, and why. */
  public record Command(BookingId id, Principal by, Reason reason) {}

  public Change<BookingWithEvent> handle(Command command) {
    Instant now = clock.instant();
    return finder
        .findToChange(command.id(), command.by(), now)
        .map(found -> cancel(found, command, now))
        .orElseGet(Change.NotFound::new);
  }

  private Change<BookingWithEvent> cancel(BookingWithEvent found, Command command, Instant now) {
    return switch (found.booking()) {
      case Booking.Confirmed sold when !letIn.tickets(List.of(sold)).isEmpty() ->
          new Change.AlreadyIn<>();
      case Booking.Confirmed sold ->
          found
              .notReturnable(command.by(), now)
              .<Change<BookingWithEvent>>map(Change.NotPossible::new)
              .orElseGet(
                  () ->
                      apply(
                          sold,
                          sold.cancel(now, command.reason(), found.returnFee(command.by())),
                          found,
                          command));
      case Booking.Pending hold -> apply(hold, hold.cancel(now, command.reason()), found, command);
      case Booking.Cancelled _ -> new Change.Done<>(found);
      case Booking.Expired _ ->
          new Change.NotPossible<>("The booking is expired and cannot be cancelled.");
    };
  }

  /** A change that came in between is looked at anew. */
  private Change<BookingWithEvent> apply(
      Booking.Live live, Booking.Cancelled cancelled, BookingWithEvent found, Command command) {
    return changes.apply(live, cancelled)
        ? new Change.Done<>(found.as(cancelled))
        : handle(command);
  }
}
