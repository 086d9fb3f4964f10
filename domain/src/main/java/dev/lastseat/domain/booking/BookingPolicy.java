package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
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
    if (!event.isPublished()) {
      String status = event.status().word();
      return refuse(new Refusal.NotBookable("The event is " + status + " and cannot be booked."));
    }
    EventDetails details = event.details();
    if (!now.isBefore(details.date())) {
      return refuse(new Refusal.NotBookable("The event has begun and cannot be booked any more."));
    }
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
   * Whether a recorded booking may stand: its event is on sale at that price, had not begun when it
   * was booked, has all of its places and leaves its user that much.
   */
  public static boolean admits(Event event, Booking.Live booking) {
    Claim claim = booking.claim();
    BookingDetails details = booking.details();
    return event.isPublished()
        && details.unitPrice().equals(event.details().price())
        && details.bookedAt().isBefore(event.details().date())
        && claim.places().within(event.details().totalTickets())
        && claim.allowances().within(event.details().maxTicketsPerUser());
  }
}
