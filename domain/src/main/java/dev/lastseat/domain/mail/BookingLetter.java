package dev.lastseat.domain.mail;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;

/** What buyers are told about their bookings. */
public sealed interface BookingLetter extends Letter {
  /** The tickets that come with it, or are not good any more; in a calendar, too. */
  List<Ticket> tickets();

  record Confirmed(String name, Ticket ticket) implements BookingLetter {
    @Override
    public List<Ticket> tickets() {
      return List.of(ticket);
    }
  }

  /**
   * What was bought with one order.
   *
   * @param totals what all of it costs, in each currency
   */
  record Ordered(String name, List<Ticket> tickets, List<Money> totals) implements BookingLetter {
    public Ordered {
      tickets = List.copyOf(tickets);
      totals = List.copyOf(totals);
    }
  }

  /**
   * Nothing is bought yet, and soon nothing will be held.
   *
   * @param token the secret in the link by which the user gets no more of these
   */
  record HoldEnding(String name, Event event, Booking.Pending hold, String token)
      implements BookingLetter {
    @Override
    public List<Ticket> tickets() {
      return List.of();
    }

    @Override
    public String toString() {
      return "HoldEnding[…]";
    }
  }

  /** Some tickets of the booking were given back: a receipt, with those that stand. */
  record TicketsReturned(String name, Ticket ticket) implements BookingLetter {
    @Override
    public List<Ticket> tickets() {
      return List.of(ticket);
    }
  }

  /** The buyer gave the tickets back: a receipt. */
  record Cancelled(String name, Event event, Booking.Cancelled booking) implements BookingLetter {
    @Override
    public List<Ticket> tickets() {
      return List.of(new Ticket(event, booking));
    }
  }

  /** Somebody else took the tickets back. */
  record CancelledByOrganiser(String name, Event event, Booking.Cancelled booking)
      implements BookingLetter {
    @Override
    public List<Ticket> tickets() {
      return List.of(new Ticket(event, booking));
    }
  }

  /**
   * What buyers came for is not as it was.
   *
   * @param before what it was
   * @param tickets the recipient's for the event, at least one
   */
  record EventChanged(String name, Before before, List<Ticket> tickets) implements BookingLetter {
    public EventChanged {
      tickets = List.copyOf(tickets);
    }

    public Event event() {
      return tickets.getFirst().event();
    }
  }

  /** What of an event matters to those who have tickets, as it was. */
  record Before(String name, Instant date, String venue) {
    public static Before of(Event event) {
      return new Before(event.details().name(), event.details().date(), event.details().venue());
    }
  }
}
