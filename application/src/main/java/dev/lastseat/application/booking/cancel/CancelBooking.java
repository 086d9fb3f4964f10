package dev.lastseat.application.booking.cancel;

import dev.lastseat.application.booking.BookingWithEvent;
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

  /** What became of the booking. */
  public sealed interface Outcome {
    record Cancelled(BookingWithEvent booking) implements Outcome {}

    record NotFound() implements Outcome {}

    record NotPossible(String why) implements Outcome {}

    /** Somebody was let in by a ticket of it. */
    record AlreadyIn() implements Outcome {}
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
      case Booking.Confirmed sold when !letIn.tickets(List.of(sold)).isEmpty() ->
          new Outcome.AlreadyIn();
      case Booking.Confirmed sold ->
          found
              .notReturnable(command.by(), now)
              .<Outcome>map(Outcome.NotPossible::new)
              .orElseGet(
                  () ->
                      apply(
                          sold,
                          sold.cancel(now, command.reason(), found.returnFee(command.by())),
                          found,
                          command));
      case Booking.Pending hold -> apply(hold, hold.cancel(now, command.reason()), found, command);
      case Booking.Cancelled _ -> new Outcome.Cancelled(found);
      case Booking.Expired _ ->
          new Outcome.NotPossible("The booking is expired and cannot be cancelled.");
    };
  }

  /** A change that came in between is looked at anew. */
  private Outcome apply(
      Booking.Live live, Booking.Cancelled cancelled, BookingWithEvent found, Command command) {
    return changes.apply(live, cancelled)
        ? new Outcome.Cancelled(found.as(cancelled))
        : handle(command);
  }
}
