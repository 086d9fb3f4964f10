package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;

/**
 * Buys what is held, before the hold ends and before its event begins; only its owner can. What was
 * held and is bought already stays as it is, so that whoever lost the answer may ask again.
 */
public final class ConfirmBooking {
  private final FindBooking finder;
  private final BookingChanges changes;
  private final Clock clock;

  public ConfirmBooking(FindBooking finder, BookingChanges changes, Clock clock) {
    this.finder = finder;
    this.changes = changes;
    this.clock = clock;
  }

  /** What became of the hold. */
  public sealed interface Outcome {
    record Confirmed(BookingWithEvent booking) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The event is not on sale any more. */
    record NotBookable(NotBookableReason reason) implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  public Outcome handle(BookingId id, Principal owner) {
    Instant now = clock.instant();
    return finder
        .findToChange(id, owner, now)
        .filter(found -> FindBooking.owns(owner, found.booking()))
        .map(found -> confirm(found, owner, now))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome confirm(BookingWithEvent found, Principal owner, Instant now) {
    return switch (found.booking()) {
      case Booking.Pending hold ->
          found
              .event()
              .flatMap(event -> event.notBookable(now))
              .<Outcome>map(Outcome.NotBookable::new)
              .orElseGet(() -> confirm(hold, found, owner, now));
      case Booking.Confirmed bought when bought.details().hold() -> new Outcome.Confirmed(found);
      case Booking.Confirmed _ ->
          new Outcome.NotPossible("The booking was never held and is confirmed already.");
      case Booking.Cancelled _ ->
          new Outcome.NotPossible("The booking is cancelled and cannot be confirmed.");
      case Booking.Expired _ ->
          new Outcome.NotPossible("The hold has ended and cannot be confirmed any more.");
    };
  }

  /** A change that came in between is looked at anew. */
  private Outcome confirm(
      Booking.Pending hold, BookingWithEvent found, Principal owner, Instant now) {
    Booking.Confirmed confirmed = hold.confirm(now);
    return changes.apply(hold, confirmed)
        ? new Outcome.Confirmed(found.as(confirmed))
        : handle(hold.id(), owner);
  }
}
