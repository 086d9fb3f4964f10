package dev.lastseat.domain.analytics;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.shared.Money;
import java.util.Optional;

/**
 * What was sold, held and given back in some time, in one currency.
 *
 * @param holds how many were begun
 * @param holdsConfirmed how many were bought, expired or were cancelled, whenever they began
 * @param bookings how many became final, holds that were confirmed among them
 * @param revenue of these, in minor units of the currency
 * @param cancelledBookings how many were given back as a whole that had been final
 * @param cancelledTickets how many were given back, of these and of bookings that stand
 * @param cancelledRevenue what they had cost, of which {@code returnFees} are kept
 */
public record Sales(
    long holds,
    long holdsConfirmed,
    long holdsExpired,
    long holdsCancelled,
    long bookings,
    long tickets,
    long revenue,
    long cancelledBookings,
    long cancelledTickets,
    long cancelledRevenue,
    long returnFees) {
  public static final Sales NONE = new Sales(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** What a booking adds by going from one state to another, its first one included. */
  public static Sales of(Optional<Booking> before, Booking after) {
    Returns known = before.map(Booking::returns).orElse(Returns.NONE);
    Sales returned = returned(known, after.returns(), after.details().unitPrice());
    if (before.filter(it -> BookingStatus.of(it) == BookingStatus.of(after)).isPresent()) {
      return returned;
    }
    long tickets = after.details().quantity().tickets();
    long amount = after.details().totalPrice().minorUnits();
    boolean held = before.filter(Booking.Pending.class::isInstance).isPresent();
    return switch (after) {
      case Booking.Pending _ -> new Sales(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      case Booking.Confirmed _ -> new Sales(0, held ? 1 : 0, 0, 0, 1, tickets, amount, 0, 0, 0, 0);
      case Booking.Expired _ -> new Sales(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
      case Booking.Cancelled _ ->
          held
              ? new Sales(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)
              : returned.plus(new Sales(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0));
    };
  }

  private static Sales returned(Returns before, Returns after, Money unitPrice) {
    int tickets = after.tickets().size() - before.tickets().size();
    long fees =
        after.fees(unitPrice.currency()).minorUnits()
            - before.fees(unitPrice.currency()).minorUnits();
    long revenue = unitPrice.times(tickets).minorUnits();
    return new Sales(0, 0, 0, 0, 0, 0, 0, 0, tickets, revenue, fees);
  }

  public Sales plus(Sales other) {
    return new Sales(
        holds + other.holds,
        holdsConfirmed + other.holdsConfirmed,
        holdsExpired + other.holdsExpired,
        holdsCancelled + other.holdsCancelled,
        bookings + other.bookings,
        tickets + other.tickets,
        revenue + other.revenue,
        cancelledBookings + other.cancelledBookings,
        cancelledTickets + other.cancelledTickets,
        cancelledRevenue + other.cancelledRevenue,
        returnFees + other.returnFees);
  }
}
