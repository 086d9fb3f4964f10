package dev.lastseat.application.payment;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What money is for, as it is now. */
public sealed interface Bought {
  List<BookingWithEvent> bookings();

  record OneBooking(BookingWithEvent booking) implements Bought {
    @Override
    public List<BookingWithEvent> bookings() {
      return List.of(booking);
    }
  }

  record WholeOrder(OrderWithBookings order) implements Bought {
    @Override
    public List<BookingWithEvent> bookings() {
      return order.bookings();
    }
  }

  default Purchase purchase() {
    return switch (this) {
      case OneBooking(BookingWithEvent one) -> new Purchase.OfBooking(one.booking().id());
      case WholeOrder(OrderWithBookings all) -> new Purchase.OfOrder(all.order().id());
    };
  }

  /** Those that are sold with it. */
  default List<EventId> events() {
    return bookings().stream().map(one -> one.booking().details().eventId()).distinct().toList();
  }

  /** What is to be paid for it; empty where that is of many currencies. */
  default Optional<Money> total() {
    return total(standing());
  }

  /** Whether that is to be paid for it; or was to be when it was sold, whatever came back since. */
  default boolean costs(Money amount) {
    Optional<Money> paid = Optional.of(amount);
    return total().equals(paid) || total(sold()).equals(paid);
  }

  private static Optional<Money> total(Stream<Booking> bookings) {
    List<Money> prices = bookings.map(booking -> booking.details().totalPrice()).toList();
    return prices.stream().map(Money::currency).distinct().count() == 1
        ? prices.stream().reduce(Money::plus)
        : Optional.empty();
  }

  /** What nobody gave back, or all where all of it was given back. */
  default Stream<Booking> standing() {
    List<Booking> all = bookings().stream().map(BookingWithEvent::booking).toList();
    return all.stream().allMatch(Bought::wasGivenBack)
        ? all.stream()
        : all.stream().filter(booking -> !wasGivenBack(booking));
  }

  private Stream<Booking> sold() {
    return bookings().stream()
        .map(BookingWithEvent::booking)
        .filter(
            booking ->
                booking instanceof Booking.Confirmed
                    || (booking instanceof Booking.Cancelled gone
                        && gone.confirmedAt().isPresent()));
  }

  private static boolean wasGivenBack(Booking booking) {
    return booking instanceof Booking.Cancelled gone && !gone.reason().equals(Reason.HOLD_ENDED);
  }

  default boolean isRunBy(Principal sender) {
    return bookings().stream().allMatch(one -> one.isRunBy(sender));
  }

  default boolean isOwnedBy(Principal sender) {
    return bookings().stream()
        .allMatch(one -> one.booking().details().userId().equals(sender.userId()));
  }

  /** Whether it is one booking of an order, which is paid as a whole. */
  default boolean isPartOfOrder() {
    return this instanceof OneBooking(BookingWithEvent one)
        && one.booking().details().order().isPresent();
  }

  default boolean has(Class<? extends Booking> state) {
    return bookings().stream().anyMatch(one -> state.isInstance(one.booking()));
  }
}
