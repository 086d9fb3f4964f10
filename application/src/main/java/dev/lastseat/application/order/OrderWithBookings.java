package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An order as it is shown: with its bookings as they are now, in the order of its items. */
public record OrderWithBookings(Order order, List<BookingWithEvent> bookings) {
  public OrderWithBookings {
    bookings = List.copyOf(bookings);
  }

  /** With those of the bookings that are its own. */
  public static OrderWithBookings of(Order order, List<BookingWithEvent> bookings) {
    Map<BookingId, BookingWithEvent> byId = new HashMap<>();
    bookings.forEach(one -> byId.put(one.booking().id(), one));
    return new OrderWithBookings(
        order, order.bookings().stream().map(byId::get).filter(Objects::nonNull).toList());
  }

  /** The same with holds that may have ended by then. */
  OrderWithBookings asOf(Instant now) {
    return new OrderWithBookings(order, bookings.stream().map(it -> it.asOf(now)).toList());
  }

  /** What was asked for all that was ordered, and what became of it, in each currency. */
  public List<Totals> totals() {
    Map<Currency, Totals> totals = new LinkedHashMap<>();
    bookings.stream()
        .map(one -> one.booking().totals())
        .forEach(one -> totals.merge(one.booked().currency(), one, Totals::plus));
    return List.copyOf(totals.values());
  }

  /** Whether one of its events sells nothing that was not held first. */
  public boolean mustBeHeld() {
    return bookings.stream().anyMatch(BookingWithEvent::mustBeHeld);
  }

  /** Whether whoever asks runs all of its events. */
  boolean isRunBy(Principal sender) {
    return bookings.stream().allMatch(one -> one.isRunBy(sender));
  }

  private Stream<BookingDetails> details() {
    return bookings.stream().map(one -> one.booking().details());
  }

  /** Whether it is what was asked for. */
  boolean isOf(OrderItems items, boolean hold) {
    boolean held = hold || mustBeHeld();
    Iterator<TicketRequest> wanted = items.list().iterator();
    return items.list().size() == bookings.size()
        && details().allMatch(details -> details.hold() == held && wanted.next().asksFor(details));
  }
}
