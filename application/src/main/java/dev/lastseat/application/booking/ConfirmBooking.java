package dev.lastseat.application.booking;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.HoldEnded;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;

/**
 * Buys what is held, before the hold ends; only its owner can. What was held and is bought already
 * stays as it is, so that whoever lost the answer may ask again.
 */
public final class ConfirmBooking {
  private final FindBooking finder;
  private final EventReader events;
  private final BookingChanges changes;
  private final Clock clock;

  public ConfirmBooking(
      FindBooking finder, EventReader events, BookingChanges changes, Clock clock) {
    this.finder = finder;
    this.events = events;
    this.changes = changes;
    this.clock = clock;
  }

  /** What became of the hold. */
  public sealed interface Outcome {
    record Confirmed(BookingWithEvent booking) implements Outcome {}

    record NotFound() implements Outcome {}

    record NotPossible(String why) implements Outcome {}
  }

  public Outcome handle(BookingId id, Principal owner) {
    return finder
        .visible(id, owner)
        .filter(booking -> FindBooking.owns(owner, booking))
        .map(booking -> confirm(booking, owner))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome confirm(Booking booking, Principal owner) {
    return switch (booking) {
      case Booking.Pending hold -> confirmHold(hold, owner);
      case Booking.Confirmed bought when bought.details().hold() ->
          new Outcome.Confirmed(finder.withEvent(bought));
      case Booking.Confirmed _, Booking.Cancelled _, Booking.Expired _ -> {
        String status = BookingStatus.of(booking).word();
        yield new Outcome.NotPossible("The booking is " + status + " and cannot be confirmed.");
      }
    };
  }

  private Outcome confirmHold(Booking.Pending hold, Principal owner) {
    if (events.readFromStore(hold.details().eventId()).filter(Event::isPublished).isEmpty()) {
      return new Outcome.NotPossible("The event of this booking is not on sale any more.");
    }
    try {
      Booking.Confirmed confirmed = hold.confirm(clock.instant());
      return changes.apply(hold, confirmed)
          ? new Outcome.Confirmed(finder.withEvent(confirmed))
          : handle(hold.id(), owner);
    } catch (HoldEnded ended) {
      return new Outcome.NotPossible(ended.why());
    }
  }
}
