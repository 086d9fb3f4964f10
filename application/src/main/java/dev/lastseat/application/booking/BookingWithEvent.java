package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * A booking as it is shown: with the event it is for, as that is now, and with its buyer to those
 * who run the sale.
 *
 * @param event empty when what is stored of it makes no sense, which must not hide the booking
 * @param buyer empty for who has no need to be told, and when there is no such user any more
 */
public record BookingWithEvent(
    Booking booking, Optional<Event> event, Optional<BuyerContact> buyer) {
  public BookingWithEvent(Booking booking, Event event) {
    this(booking, Optional.of(event), Optional.empty());
  }

  /** The hold that it is; empty when it is none any more, or never was. */
  public Optional<Booking.Pending> hold() {
    return booking instanceof Booking.Pending hold ? Optional.of(hold) : Optional.empty();
  }

  /** Whether its event sells nothing at its price that was not held first. */
  public boolean mustBeHeld() {
    Money price = booking.details().unitPrice();
    return event.filter(it -> it.details().confirmedBy(price) == ConfirmedBy.SERVER).isPresent();
  }

  /** Whether it is held, and sold when those who run its event have its money. */
  public boolean awaitsPayment() {
    return hold().isPresent() && mustBeHeld() && booking.details().totalPrice().minorUnits() > 0;
  }

  /** Whether whoever asks runs its event. */
  public boolean isRunBy(Principal sender) {
    return event.filter(it -> it.isRunBy(sender)).isPresent();
  }

  /** Why whoever asks cannot give it back any more; empty when they can. */
  public Optional<String> notReturnable(Principal by, Instant now) {
    return runs(by)
        ? Optional.empty()
        : event
            .filter(it -> !it.takesBack(now))
            .map(
                it ->
                    it.hasBegun(now)
                        ? "The event has begun; only those who run it take tickets back now."
                        : "Tickets of this event are not taken back any more; only those who run"
                            + " it take them back now.");
  }

  /** What is kept of what whoever asks gives back. */
  public Optional<ReturnFee> returnFee(Principal by) {
    return runs(by) ? Optional.empty() : event.flatMap(it -> it.details().terms().returnFee());
  }

  private boolean runs(Principal by) {
    return by.isAdmin() || isRunBy(by);
  }

  BookingWithEvent with(BuyerContact found) {
    return new BookingWithEvent(booking, event, Optional.of(found));
  }

  /** The same with a hold that may have ended by then. */
  public BookingWithEvent asOf(Instant now) {
    return as(booking.asOf(now));
  }

  /** The same in a later state. */
  public BookingWithEvent as(Booking later) {
    return new BookingWithEvent(later, event, buyer);
  }
}
