package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.payment.Bought;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.View;
import java.util.List;
import java.util.Map;

/** How bookings and orders are shown. */
public final class BookingViews {
  private static final View<Event> SHORT_EVENT =
      new View<Event>()
          .field("name", event -> event.details().name())
          .field("date", event -> event.details().date())
          .field("venue", event -> event.details().venue());

  private static final View<BuyerContact> BUYER =
      new View<BuyerContact>()
          .field("id", buyer -> buyer.id().value())
          .field("name", BuyerContact::name)
          .field("email", buyer -> buyer.email().map(Email::value));

  private static final View<Totals> TOTAL =
      new View<Totals>()
          .field("amount", total -> total.booked().major())
          .field("standing", total -> total.standing().major())
          .field("returned", total -> total.returned().major())
          .field("fees", total -> total.fees().major())
          .field("refund", total -> total.refund().major())
          .field("currency", total -> total.booked().currency().getCurrencyCode());

  private static final View<BookingDetails> IDENTIFIERS =
      new View<BookingDetails>()
          .field("id", details -> details.id().value())
          .field("eventId", details -> details.eventId().value())
          .field("userId", details -> details.userId().value())
          .field("orderId", details -> details.order().map(OrderId::value))
          .field("ticketNumber", details -> details.ticketNumber().value())
          .field("quantity", details -> details.quantity().tickets());

  private static final View<BookingDetails> PRICES =
      new View<BookingDetails>()
          .field("unitPrice", details -> details.unitPrice().major())
          .field("totalPrice", details -> details.totalPrice().major())
          .field("currency", details -> details.unitPrice().currency().getCurrencyCode())
          .field("bookingDate", BookingDetails::bookedAt);

  /** What every list of bookings has. */
  static final View<Booking> STATE =
      new View<Booking>()
          .all(Booking::details, IDENTIFIERS)
          .field("places", Booking::places)
          .field("status", BookingStatus::of)
          .all(Booking::details, PRICES)
          .field("expiresAt", Booking::heldUntil)
          .field("confirmedAt", Booking::boughtAt)
          .field("cancelledAt", booking -> booking.cancelled().map(Booking.Cancelled::cancelledAt))
          .field(
              "cancellationReason", booking -> booking.cancelled().map(it -> it.reason().text()));

  /** Who sold it, and out of what. */
  static final View<BookingDetails> SALE =
      new View<BookingDetails>()
          .field("seller", details -> details.sale().map(sale -> sale.seller().value()))
          .field("contingent", BookingDetails::contingent);

  public static final View<BookingWithEvent> BOOKING =
      new View<BookingWithEvent>()
          .all(BookingWithEvent::booking, STATE)
          .field("returns", shown -> returns(shown.booking()))
          .field("total", shown -> TOTAL.apply(shown.booking().totals()))
          .all(shown -> shown.booking().details(), SALE)
          .field("event", shown -> shown.event().map(SHORT_EVENT))
          .field("buyer", shown -> shown.buyer().map(BUYER));

  public static final View<OrderWithBookings> ORDER =
      new View<OrderWithBookings>()
          .field("id", shown -> shown.order().id().value())
          .field("userId", shown -> shown.order().userId().value())
          .field("createdAt", shown -> shown.order().createdAt())
          .field("cancelledAt", shown -> shown.order().cancelledAt())
          .field("bookings", shown -> BOOKING.each(shown.bookings()))
          .field("totals", shown -> TOTAL.each(shown.totals()));

  private BookingViews() {}

  private static List<Map<String, Object>> returns(Booking booking) {
    return new View<Return>()
        .field("tickets", Return::tickets)
        .field("refund", one -> one.refund(booking.details().unitPrice()).major())
        .field("fee", one -> one.fee().major())
        .field("returnedAt", Return::at)
        .each(booking.returns().list());
  }

  /** A booking or an order. */
  static Map<String, Object> bought(Bought shown) {
    return switch (shown) {
      case Bought.OneBooking(BookingWithEvent booking) -> BOOKING.apply(booking);
      case Bought.WholeOrder(OrderWithBookings order) -> ORDER.apply(order);
    };
  }
}
