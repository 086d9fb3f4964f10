package dev.lastseat.domain.analytics;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.shared.Money;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was sold, held and given back in some time, in one currency.
 *
 * @param figures those that are not 0
 */
public record Sales(Map<Figure, Long> figures) {
  /** What is counted. Amounts are in minor units of the currency. */
  public enum Figure {
    /** Holds that were begun. */
    HOLDS,
    /** Holds that were bought, expired or were cancelled, whenever they began. */
    HOLDS_CONFIRMED,
    HOLDS_EXPIRED,
    HOLDS_CANCELLED,
    /** Bookings that became final, holds that were confirmed among them. */
    BOOKINGS,
    TICKETS,
    REVENUE,
    /** Bookings that were given back as a whole and had been final. */
    CANCELLED_BOOKINGS,
    /** Tickets that were given back, of these and of bookings that stand. */
    CANCELLED_TICKETS,
    /** What they had cost, of which {@link #RETURN_FEES} are kept. */
    CANCELLED_REVENUE,
    RETURN_FEES;

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    /** As stores name it, such as {@code holdsConfirmed}. */
    public String word() {
      return NEXT_WORD
          .matcher(name().toLowerCase(Locale.ROOT))
          .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }
  }

  public static final Sales NONE = new Sales(Map.of());

  public Sales {
    Map<Figure, Long> counted = new EnumMap<>(Figure.class);
    counted.putAll(figures);
    counted.values().removeIf(number -> number == 0);
    figures = Collections.unmodifiableMap(counted);
  }

  public long of(Figure figure) {
    return figures.getOrDefault(figure, 0L);
  }

  /** What a booking adds by going from one state to another, its first one included. */
  public static Sales of(Optional<Booking> before, Booking after) {
    Returns known = before.map(Booking::returns).orElse(Returns.NONE);
    Sales returned = returned(known, after.returns(), after.details().unitPrice());
    if (before.filter(it -> BookingStatus.of(it) == BookingStatus.of(after)).isPresent()) {
      return returned;
    }
    boolean held = before.filter(Booking.Pending.class::isInstance).isPresent();
    return switch (after) {
      case Booking.Pending _ -> one(Figure.HOLDS);
      case Booking.Confirmed(BookingDetails details, _, _, _) ->
          sold(details).plus(held ? one(Figure.HOLDS_CONFIRMED) : NONE);
      case Booking.Expired _ -> one(Figure.HOLDS_EXPIRED);
      case Booking.Cancelled _ ->
          held ? one(Figure.HOLDS_CANCELLED) : returned.plus(one(Figure.CANCELLED_BOOKINGS));
    };
  }

  private static Sales one(Figure figure) {
    return new Sales(Map.of(figure, 1L));
  }

  private static Sales sold(BookingDetails booking) {
    return new Sales(
        Map.of(
            Figure.BOOKINGS,
            1L,
            Figure.TICKETS,
            (long) booking.quantity().tickets(),
            Figure.REVENUE,
            booking.totalPrice().minorUnits()));
  }

  private static Sales returned(Returns before, Returns after, Money unitPrice) {
    int tickets = after.tickets().size() - before.tickets().size();
    long fees =
        after.fees(unitPrice.currency()).minorUnits()
            - before.fees(unitPrice.currency()).minorUnits();
    return new Sales(
        Map.of(
            Figure.CANCELLED_TICKETS,
            (long) tickets,
            Figure.CANCELLED_REVENUE,
            unitPrice.times(tickets).minorUnits(),
            Figure.RETURN_FEES,
            fees));
  }

  public Sales plus(Sales other) {
    Map<Figure, Long> sums = new EnumMap<>(Figure.class);
    sums.putAll(figures);
    other.figures.forEach((figure, number) -> sums.merge(figure, number, Long::sum));
    return new Sales(sums);
  }
}
