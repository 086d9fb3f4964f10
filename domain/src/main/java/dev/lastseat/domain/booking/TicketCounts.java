package dev.lastseat.domain.booking;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How many places of an event are sold and how many are held.
 *
 * @param contingents how many of both were sold from which contingent, by name
 */
public record TicketCounts(int confirmed, int held, Map<String, Integer> contingents) {
  public static final TicketCounts NONE = new TicketCounts(0, 0);

  public TicketCounts {
    contingents = Map.copyOf(contingents);
  }

  /** None of them from a contingent. */
  public TicketCounts(int confirmed, int held) {
    this(confirmed, held, Map.of());
  }

  /** What a live booking adds to the counts of its event. */
  public static TicketCounts of(Booking.Live booking) {
    int tickets = booking.claim().places().count();
    Map<String, Integer> contingents =
        booking.details().contingent().map(name -> Map.of(name, tickets)).orElse(Map.of());
    return switch (booking) {
      case Booking.Pending _ -> new TicketCounts(0, tickets, contingents);
      case Booking.Confirmed _ -> new TicketCounts(tickets, 0, contingents);
    };
  }

  public TicketCounts plus(TicketCounts other) {
    return new TicketCounts(
        confirmed + other.confirmed, held + other.held, plus(other.contingents, it -> it));
  }

  public TicketCounts minus(TicketCounts other) {
    return new TicketCounts(
        confirmed - other.confirmed, held - other.held, plus(other.contingents, it -> -it));
  }

  private Map<String, Integer> plus(Map<String, Integer> others, IntUnaryOperator sign) {
    if (others.isEmpty()) {
      return contingents;
    }
    Map<String, Integer> sums = new HashMap<>(contingents);
    others.forEach((name, count) -> sums.merge(name, sign.applyAsInt(count), Integer::sum));
    return sums;
  }

  /** With nothing below 0. */
  public TicketCounts atLeastNone() {
    Map<String, Integer> least = new HashMap<>(contingents);
    least.replaceAll((_, count) -> Math.max(0, count));
    return new TicketCounts(Math.max(0, confirmed), Math.max(0, held), least);
  }

  public int taken() {
    return confirmed + held;
  }
}
