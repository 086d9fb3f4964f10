package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.user.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Wants tickets, each time under a key of its own unless told otherwise. */
public final class Buyer {
  private final AtomicLong keys = new AtomicLong(1_000_000);
  private final BookTickets tickets;

  public Buyer(Fakes fakes) {
    tickets = fakes.bookTickets();
  }

  public BookTickets.Outcome buys(Event event, int quantity) {
    long key = keys.incrementAndGet();
    return buys("user-" + key, event, quantity, ABooking.key(key));
  }

  public BookTickets.Outcome buys(String user, Event event, int quantity) {
    return buys(user, event, quantity, ABooking.key(keys.incrementAndGet()));
  }

  public BookTickets.Outcome buys(String user, Event event, int quantity, IdempotencyKey key) {
    return tickets.handle(command(user, event, quantity, false, key));
  }

  public BookTickets.Outcome holds(String user, Event event, int quantity) {
    var key = ABooking.key(keys.incrementAndGet());
    return tickets.handle(command(user, event, quantity, true, key));
  }

  public static Booking.Live booked(BookTickets.Outcome outcome) {
    assertThat(outcome).isInstanceOf(BookTickets.Outcome.Booked.class);
    return (Booking.Live) ((BookTickets.Outcome.Booked) outcome).booking().booking();
  }

  public static List<Integer> places(BookTickets.Outcome outcome) {
    return booked(outcome).claim().places().ordinals();
  }

  public static Refusal refusal(BookTickets.Outcome outcome) {
    assertThat(outcome).isInstanceOf(BookTickets.Outcome.Refused.class);
    return ((BookTickets.Outcome.Refused) outcome).refusal();
  }

  BookTickets.Outcome buysAt(String expectedPrice, Event event) {
    long key = keys.incrementAndGet();
    var price = Optional.of(new BigDecimal(expectedPrice));
    return tickets.handle(
        new BookTickets.Command(
            new UserId("user-" + key),
            new TicketRequest(event.id(), new Quantity(1), price, Optional.empty()),
            false,
            ABooking.key(key)));
  }

  private static BookTickets.Command command(
      String user, Event event, int quantity, boolean hold, IdempotencyKey key) {
    return new BookTickets.Command(
        new UserId(user), new TicketRequest(event.id(), new Quantity(quantity)), hold, key);
  }
}
