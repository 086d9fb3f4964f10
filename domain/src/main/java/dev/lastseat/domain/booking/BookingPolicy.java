package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Claim;
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
    return request.quantity().tickets() > details.maxTicketsPerUser()
        ? refuse(new Refusal.AllowanceSpent(details.maxTicketsPerUser()))
        : Optional.empty();
  }

  private static Optional<Refusal> refuse(Refusal refusal) {
    return Optional.of(refusal);
  }

  /**
   * Whether a new booking may stand: its event is on sale at that price, had not begun when it was
   * booked and does not begin before a hold ends, has all of its places and leaves its user that
   * much.
   */
  public static boolean admits(Event event, Booking.Live booking) {
    EventDetails offered = event.details();
    BookingDetails booked = booking.details();
    Claim claim = booking.claim();
    return event.notBookable(booked.bookedAt()).isEmpty()
        && booked.unitPrice().equals(offered.price())
        && endsBefore(offered.date(), booking)
        && claim.places().within(offered.totalTickets())
        && claim.allowances().within(offered.maxTicketsPerUser());
  }

  private static boolean endsBefore(Instant beginning, Booking.Live booking) {
    return !(booking instanceof Booking.Pending hold && hold.expiresAt().isAfter(beginning));
  }
}
