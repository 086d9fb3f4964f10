package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.Event;
import java.time.Instant;

/**
 * Whether an event admits a booking. Asked before the booking is recorded, and again by what the
 * store saw then.
 */
public final class BookingPolicy {
  private BookingPolicy() {}

  /** The answer of the policy. */
  public sealed interface Verdict {
    record Admitted() implements Verdict {}

    /** The event is not on sale; {@code why} is a sentence for the customer. */
    record NotBookable(String why) implements Verdict {}

    /** More tickets than one user may have at all. */
    record OverAllowance(int maxTicketsPerUser) implements Verdict {}
  }

  public static Verdict judge(Event event, Quantity quantity, Instant now) {
    if (!event.isPublished()) {
      String status = event.status().word();
      return new Verdict.NotBookable("The event is " + status + " and cannot be booked.");
    }
    if (!now.isBefore(event.details().date())) {
      return new Verdict.NotBookable("The event has begun and cannot be booked any more.");
    }
    if (quantity.tickets() > event.details().maxTicketsPerUser()) {
      return new Verdict.OverAllowance(event.details().maxTicketsPerUser());
    }
    return new Verdict.Admitted();
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
