package dev.lastseat.domain.policy;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.NotBookableReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an event admits a booking. Asked before the booking is recorded, and again by what the
 * store saw then.
 */
public final class BookingPolicy {
  private BookingPolicy() {}

  /** Empty when the event admits it, as far as can be seen without looking at other bookings. */
  public static Optional<Refusal> judge(Event event, TicketRequest request, Instant now) {
    Optional<NotBookableReason> closed = event.notBookable(now);
    if (closed.isPresent()) {
      return refuse(new Refusal.NotBookable(closed.get()));
    }
    EventDetails details = event.details();
    if (!request.accepts(details.price())) {
      return refuse(new Refusal.PriceChanged(details.price()));
    }
    Optional<String> contingent = request.sale().flatMap(BoxOfficeSale::contingent);
    if (placesFor(details, request.sale(), now).isEmpty()) {
      return refuse(new Refusal.NoContingent(contingent.orElseThrow()));
    }
    return request.sale().isEmpty() && request.quantity().tickets() > details.maxTicketsPerUser()
        ? refuse(new Refusal.AllowanceSpent(details.maxTicketsPerUser()))
        : Optional.empty();
  }

  private static Optional<Refusal> refuse(Refusal refusal) {
    return Optional.of(refusal);
  }

  /**
   * Whether a new booking may stand: its event was on sale when it was booked, takes no hold that
   * ends later, has all of its places and sells them like that.
   */
  public static boolean admits(Event event, Booking.Live booking) {
    EventDetails offered = event.details();
    BookingDetails booked = booking.details();
    Claim claim = booking.claim();
    return event.notBookable(booked.bookedAt()).isEmpty()
        && (booked.sale().isPresent() ? sells(offered, booked) : sells(offered, booked, claim))
        && endsBefore(offered.schedule().lastHold(), booking)
        && placesFor(offered, booked.sale(), booked.bookedAt())
            .filter(places -> places.contain(claim.places()))
            .isPresent();
  }

  /**
   * The places that may be sold like that: those of the contingent that the box office names, else
   * those that everybody may buy. Empty where there is no such contingent, or it is released.
   */
  public static Optional<PlaceRanges> placesFor(
      EventDetails offered, Optional<BoxOfficeSale> sale, Instant at) {
    Optional<String> contingent = sale.flatMap(BoxOfficeSale::contingent);
    return contingent.isPresent()
        ? offered.contingents().kept(contingent.get(), at)
        : Optional.of(offered.openPlaces(at));
  }

  /** At the box office: at whatever price in its currency, and as many as there are. */
  private static boolean sells(EventDetails offered, BookingDetails booked) {
    return booked.unitPrice().currency().equals(offered.price().currency());
  }

  /** To a buyer: at its price, to whoever held them first where it says so, within its limit. */
  private static boolean sells(EventDetails offered, BookingDetails booked, Claim claim) {
    return booked.unitPrice().equals(offered.price())
        && (booked.hold() || offered.confirmedBy() == ConfirmedBy.BUYER)
        && claim.allowances().within(offered.maxTicketsPerUser());
  }

  private static boolean endsBefore(Instant lastHold, Booking.Live booking) {
    return !(booking instanceof Booking.Pending hold && hold.expiresAt().isAfter(lastHold));
  }
}
