package dev.lastseat.application.booking;

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

  public SaleOutcome<BookingWithEvent> buys(Event event, int quantity) {
    long key = keys.incrementAndGet();
    return buys("user-" + key, event, quantity, ABooking.key(key));
  }

  public SaleOutcome<BookingWithEvent> buys(String user, Event event, int quantity) {
    return buys(user, event, quantity, ABooking.key(keys.incrementAndGet()));
  }

  public SaleOutcome<BookingWithEvent> buys(
      String user, Event event, int quantity, IdempotencyKey key) {
    return tickets.handle(command(user, event, quantity, false, key));
  }

  public SaleOutcome<BookingWithEvent> holds(String user, Event event, int quantity) {
    var key = ABooking.key(keys.incrementAndGet());
    return tickets.handle(command(user, event, quantity, true, key));
  }

  public static Booking.Live booked(SaleOutcome<BookingWithEvent> sale) {
    return (Booking.Live) granted(sale, false).booking();
  }

  /** What was granted now, or before. */
  public static <T> T granted(SaleOutcome<T> sale, boolean before) {
    if (sale instanceof SaleOutcome.Granted<T>(T now, boolean replayed) && replayed == before) {
      return now;
    }
    throw new AssertionError(sale);
  }

  public static boolean isNew(SaleOutcome<?> sale) {
    return sale instanceof SaleOutcome.Granted<?> granted && !granted.replayed();
  }

  public static boolean isReplayed(SaleOutcome<?> sale) {
    return sale instanceof SaleOutcome.Granted<?> granted && granted.replayed();
  }

  public static List<Integer> places(SaleOutcome<BookingWithEvent> sale) {
    return booked(sale).claim().places().ordinals();
  }

  public static Refusal refusal(SaleOutcome<BookingWithEvent> sale) {
    if (sale instanceof SaleOutcome.Refused<BookingWithEvent>(_, Refusal refusal)) {
      return refusal;
    }
    throw new AssertionError(sale);
  }

  SaleOutcome<BookingWithEvent> buysAt(String expectedPrice, Event event) {
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
