package dev.lastseat.application.booking.hold;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Buys what is held, before the hold ends and before its event begins or its sale ends, whichever
 * is later. Only its owner can, or, where the event says so, only those who run the event. What was
 * held and is bought already stays as it is, so that whoever lost the answer may ask again.
 */
public record ConfirmBooking(FindBooking finder, BookingChanges changes, Clock clock) {
  public Change<BookingWithEvent> handle(BookingId id, Principal by) {
    Instant now = clock.instant();
    return finder
        .findToConfirm(id, by, now)
        .filter(found -> found.mustBeHeld() || FindBooking.owns(by, found.booking()))
        .map(found -> confirm(found, by))
        .orElseGet(Change.NotFound::new);
  }

  private Change<BookingWithEvent> confirm(BookingWithEvent found, Principal by) {
    if (found.mustBeHeld() && !found.isRunBy(by)) {
      return new Change.Forbidden<>();
    }
    return found.awaitsPayment() ? new Change.PaymentNeeded<>() : sell(found);
  }

  /** Confirms the hold, whoever asks for it, unless it has ended since it was found. */
  public Change<BookingWithEvent> sell(BookingWithEvent found) {
    return OptimisticRetry.untilDecided("the booking", found, finder::again, this::attempt);
  }

  private Optional<Change<BookingWithEvent>> attempt(BookingWithEvent found) {
    Instant now = clock.instant();
    return switch (found.booking().asOf(now)) {
      case Booking.Pending hold when hold.details().order().isPresent() ->
          notPossible("The hold is part of an order, which is confirmed as a whole.");
      case Booking.Pending hold ->
          found
              .event()
              .flatMap(event -> event.notConfirmable(now))
              .<Change<BookingWithEvent>>map(Change.NotBookable::new)
              .or(() -> sell(hold, found, now));
      case Booking.Confirmed bought when bought.details().hold() ->
          Optional.of(new Change.Done<>(found));
      case Booking.Confirmed _ ->
          notPossible("The booking was never held and is confirmed already.");
      case Booking.Cancelled _ -> notPossible("The booking is cancelled and cannot be confirmed.");
      case Booking.Expired _ -> notPossible("The hold has ended and cannot be confirmed any more.");
    };
  }

  private static Optional<Change<BookingWithEvent>> notPossible(String why) {
    return Optional.of(new Change.NotPossible<>(why));
  }

  private Optional<Change<BookingWithEvent>> sell(
      Booking.Pending hold, BookingWithEvent found, Instant now) {
    Booking.Confirmed confirmed = hold.confirm(now);
    return changes.apply(hold, confirmed)
        ? Optional.of(new Change.Done<>(found.as(confirmed)))
        : Optional.empty();
  }
}
