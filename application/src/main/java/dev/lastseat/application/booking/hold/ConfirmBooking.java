package dev.lastseat.application.booking.hold;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;

/**
 * Buys what is held, before the hold ends and before its event begins or its sale ends, whichever
 * is later. Only its owner can, or, where the event says so, only those who run the event. What was
 * held and is bought already stays as it is, so that whoever lost the answer may ask again.
 */
public record ConfirmBooking(FindBooking finder, BookingChanges changes, Clock clock) {
  /** What became of the hold. */
  public sealed interface Outcome {
    record NotFound() implements Outcome {}

    /** Only those who run the event confirm its holds. */
    record Forbidden() implements Outcome {}

    /** Those who run the event confirm its holds with the payment for them. */
    record PaymentNeeded() implements Outcome {}

    /** What became of a hold that may be sold. */
    sealed interface OfSale extends Outcome {}

    record Confirmed(BookingWithEvent booking) implements OfSale {}

    /** The event is not on sale any more. */
    record NotBookable(NotBookableReason reason) implements OfSale {}

    record NotPossible(String why) implements OfSale {}
  }

  public Outcome handle(BookingId id, Principal by) {
    Instant now = clock.instant();
    return finder
        .findToConfirm(id, by, now)
        .filter(found -> found.mustBeHeld() || FindBooking.owns(by, found.booking()))
        .map(found -> confirm(found, by))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome confirm(BookingWithEvent found, Principal by) {
    if (found.mustBeHeld() && !found.isRunBy(by)) {
      return new Outcome.Forbidden();
    }
    return found.awaitsPayment() ? new Outcome.PaymentNeeded() : sell(found);
  }

  /**
   * Confirms the hold, whoever asks for it, unless it has ended since it was found. A change that
   * came in between is looked at anew.
   */
  public Outcome.OfSale sell(BookingWithEvent found) {
    Instant now = clock.instant();
    return switch (found.booking().asOf(now)) {
      case Booking.Pending hold when hold.details().order().isPresent() ->
          new Outcome.NotPossible("The hold is part of an order, which is confirmed as a whole.");
      case Booking.Pending hold ->
          found
              .event()
              .flatMap(event -> event.notConfirmable(now))
              .<Outcome.OfSale>map(Outcome.NotBookable::new)
              .orElseGet(() -> sell(hold, found, now));
      case Booking.Confirmed bought when bought.details().hold() -> new Outcome.Confirmed(found);
      case Booking.Confirmed _ ->
          new Outcome.NotPossible("The booking was never held and is confirmed already.");
      case Booking.Cancelled _ ->
          new Outcome.NotPossible("The booking is cancelled and cannot be confirmed.");
      case Booking.Expired _ ->
          new Outcome.NotPossible("The hold has ended and cannot be confirmed any more.");
    };
  }

  private Outcome.OfSale sell(Booking.Pending hold, BookingWithEvent found, Instant now) {
    Booking.Confirmed confirmed = hold.confirm(now);
    return changes.apply(hold, confirmed)
        ? new Outcome.Confirmed(found.as(confirmed))
        : sell(finder.find(hold.id()).orElse(found));
  }
}
