package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.payment.Bought;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How bookings and orders are shown. A component that is null is left out. */
public final class BookingViews {
  private BookingViews() {}

  public record ShortEvent(String name, String date, String venue) {}

  public record BuyerView(String id, String name, @Nullable String email) {
    static BuyerView of(BuyerContact buyer) {
      return new BuyerView(
          buyer.id().value(), buyer.name(), buyer.email().map(Email::value).orElse(null));
    }
  }

  public record BookingView(
      String id,
      String eventId,
      String userId,
      @Nullable String orderId,
      String ticketNumber,
      int quantity,
      List<Integer> places,
      String status,
      BigDecimal unitPrice,
      BigDecimal totalPrice,
      String currency,
      String bookingDate,
      @Nullable String expiresAt,
      @Nullable String confirmedAt,
      @Nullable String cancelledAt,
      @Nullable String cancellationReason,
      List<ReturnView> returns,
      TotalView total,
      @Nullable String seller,
      @Nullable String contingent,
      @Nullable ShortEvent event,
      @Nullable BuyerView buyer) {}

  public record OrderView(
      String id,
      String userId,
      String createdAt,
      @Nullable String cancelledAt,
      List<BookingView> bookings,
      List<TotalView> totals) {}

  public record ReturnView(
      List<Integer> tickets, BigDecimal refund, BigDecimal fee, String returnedAt) {
    static ReturnView of(Return one, Money unitPrice) {
      long refund = unitPrice.times(one.tickets().size()).minorUnits() - one.fee().minorUnits();
      return new ReturnView(
          one.tickets(),
          new Money(refund, unitPrice.currency()).major(),
          one.fee().major(),
          Times.text(one.at()));
    }
  }

  /** {@code amount} is that of all that was booked, whatever became of it. */
  public record TotalView(
      BigDecimal amount,
      BigDecimal standing,
      BigDecimal returned,
      BigDecimal fees,
      BigDecimal refund,
      String currency) {
    static TotalView of(Totals totals) {
      return new TotalView(
          totals.booked().major(),
          totals.standing().major(),
          totals.returned().major(),
          totals.fees().major(),
          totals.refund().major(),
          totals.booked().currency().getCurrencyCode());
    }
  }

  public static BookingView booking(BookingWithEvent shown) {
    Booking booking = shown.booking();
    BookingDetails details = booking.details();
    return new BookingView(
        details.id().value(),
        details.eventId().value(),
        details.userId().value(),
        details.order().map(OrderId::value).orElse(null),
        details.ticketNumber().value(),
        details.quantity().tickets(),
        booking instanceof Booking.Live live ? live.claim().places().ordinals() : List.of(),
        BookingStatus.of(booking).word(),
        details.unitPrice().major(),
        details.totalPrice().major(),
        details.unitPrice().currency().getCurrencyCode(),
        Times.text(details.bookedAt()),
        booking instanceof Booking.Pending hold ? Times.text(hold.expiresAt()) : null,
        text(confirmedAt(booking)),
        booking instanceof Booking.Cancelled cancelled ? Times.text(cancelled.cancelledAt()) : null,
        booking instanceof Booking.Cancelled cancelled ? cancelled.reason().text() : null,
        booking.returns().list().stream()
            .map(one -> ReturnView.of(one, details.unitPrice()))
            .toList(),
        TotalView.of(booking.totals()),
        details.sale().map(sale -> sale.seller().value()).orElse(null),
        details.contingent().orElse(null),
        shown.event().map(event -> shortened(event.details())).orElse(null),
        shown.buyer().map(BuyerView::of).orElse(null));
  }

  private static ShortEvent shortened(EventDetails event) {
    return new ShortEvent(event.name(), Times.text(event.date()), event.venue());
  }

  private static Optional<Instant> confirmedAt(Booking booking) {
    return switch (booking) {
      case Booking.Confirmed confirmed -> Optional.of(confirmed.confirmedAt());
      case Booking.Cancelled cancelled -> cancelled.confirmedAt();
      case Booking.Pending _, Booking.Expired _ -> Optional.empty();
    };
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Times::text).orElse(null);
  }

  /** A booking or an order. */
  static Record bought(Bought shown) {
    return switch (shown) {
      case Bought.OneBooking(BookingWithEvent booking) -> booking(booking);
      case Bought.WholeOrder(OrderWithBookings order) -> order(order);
    };
  }

  public static OrderView order(OrderWithBookings shown) {
    Order order = shown.order();
    return new OrderView(
        order.id().value(),
        order.userId().value(),
        Times.text(order.createdAt()),
        order.cancelledAt().map(Times::text).orElse(null),
        shown.bookings().stream().map(BookingViews::booking).toList(),
        shown.totals().stream().map(TotalView::of).toList());
  }
}
