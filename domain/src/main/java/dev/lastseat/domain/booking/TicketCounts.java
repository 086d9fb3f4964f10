package dev.lastseat.domain.booking;

/** How many places of an event are sold and how many are held. */
public record TicketCounts(int confirmed, int held) {
  public static final TicketCounts NONE = new TicketCounts(0, 0);

  /** What a live booking adds to the counts of its event. */
  public static TicketCounts of(Booking.Live booking) {
    int tickets = booking.claim().places().count();
    return switch (booking) {
      case Booking.Pending _ -> new TicketCounts(0, tickets);
      case Booking.Confirmed _ -> new TicketCounts(tickets, 0);
    };
  }

  public TicketCounts plus(TicketCounts other) {
    return new TicketCounts(confirmed + other.confirmed, held + other.held);
  }

  public TicketCounts minus(TicketCounts other) {
    return new TicketCounts(confirmed - other.confirmed, held - other.held);
  }

  public int taken() {
    return confirmed + held;
  }
}
