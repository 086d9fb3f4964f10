package dev.lastseat.domain.stored;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Bookings and orders of what is stored of them. */
public final class StoredBookings {
  private StoredBookings() {}

  /**
   * A booking.
   *
   * @param bookedAt the name of the field, for which the stores have two
   */
  public static Booking booking(Fields booking, String bookedAt) {
    BookingDetails details = details(booking, bookedAt);
    return switch (booking.word("status", BookingStatus.class)) {
      case PENDING -> pending(details, booking);
      case CONFIRMED -> confirmed(details, booking);
      case CANCELLED ->
          new Booking.Cancelled(
              details,
              booking.optionalTime("confirmedAt"),
              booking.time("cancelledAt"),
              booking.text("reason", Reason::new),
              returns(details, booking));
      case EXPIRED -> new Booking.Expired(details, booking.time("expiredAt"));
    };
  }

  /** One of an order that is not decided yet, as it will be. */
  public static Booking.Live undecided(Fields booking, String bookedAt) {
    BookingDetails details = details(booking, bookedAt);
    return details.hold() ? pending(details, booking) : confirmed(details, booking);
  }

  private static Booking.Pending pending(BookingDetails details, Fields booking) {
    return new Booking.Pending(details, claim(booking), booking.time("expiresAt"));
  }

  private static Booking.Confirmed confirmed(BookingDetails details, Fields booking) {
    Claim claim = claim(booking);
    Instant at = booking.time("confirmedAt");
    Returns returns = returns(details, booking);
    return booking.sensible("returns", () -> new Booking.Confirmed(details, claim, at, returns));
  }

  private static Returns returns(BookingDetails details, Fields booking) {
    return booking
        .optionalText("returns", text -> Returns.parse(text, details.unitPrice().currency()))
        .orElse(Returns.NONE);
  }

  private static Claim claim(Fields booking) {
    Places places = booking.sensible("places", () -> Places.of(booking.ordinals("places")));
    return booking.sensible(
        "allowances", () -> new Claim(places, new Allowances(booking.ordinals("allowances"))));
  }

  private static BookingDetails details(Fields booking, String bookedAt) {
    return new BookingDetails(
        booking.text("id", BookingId::new),
        booking.text("eventId", EventId::new),
        booking.text("userId", UserId::new),
        booking.text("ticketNumber", TicketNumber::new),
        booking.number("quantity", count -> new Quantity(Math.toIntExact(count))),
        booking.flag("hold"),
        booking.money("unitPrice"),
        key(booking),
        booking.time(bookedAt),
        booking.optionalText("orderId", OrderId::new),
        sale(booking));
  }

  private static IdempotencyKey key(Fields fields) {
    return fields.text("idempotencyKey", key -> new IdempotencyKey(UUID.fromString(key)));
  }

  private static Optional<BoxOfficeSale> sale(Fields booking) {
    Optional<Email> email = booking.optionalText("guestEmail", Email::new);
    Optional<Guest> guest = booking.optionalText("guestName", name -> new Guest(name, email));
    Optional<String> contingent = booking.optionalText("contingent");
    return booking.optionalText(
        "seller", seller -> new BoxOfficeSale(new UserId(seller), guest, contingent));
  }

  /**
   * All of a booking but how it is found, its state first.
   *
   * @param bookedAt as in {@link #booking}
   */
  public static Values values(Booking booking, String bookedAt) {
    BookingDetails details = booking.details();
    Optional<Guest> guest = details.sale().flatMap(BoxOfficeSale::guest);
    return state(booking)
        .with("id", details.id().value())
        .with("eventId", details.eventId().value())
        .with("userId", details.userId().value())
        .with("ticketNumber", details.ticketNumber().value())
        .with("quantity", details.quantity().tickets())
        .with("hold", details.hold())
        .with("unitPrice", details.unitPrice().minorUnits())
        .with("currency", details.unitPrice().currency().getCurrencyCode())
        .with("idempotencyKey", details.key().value().toString())
        .with(bookedAt, details.bookedAt())
        .with("orderId", details.order().map(OrderId::value))
        .with("seller", details.sale().map(sale -> sale.seller().value()))
        .with("contingent", details.contingent())
        .with("guestName", guest.map(Guest::name))
        .with("guestEmail", guest.flatMap(Guest::email).map(Email::value));
  }

  /** All that another state may change; only a live one has places, in number {@code standing}. */
  public static Values state(Booking booking) {
    Optional<Claim> claim =
        booking instanceof Booking.Live live ? Optional.of(live.claim()) : Optional.empty();
    Optional<Booking.Cancelled> cancelled =
        booking instanceof Booking.Cancelled it ? Optional.of(it) : Optional.empty();
    return new Values()
        .with("status", BookingStatus.of(booking).word())
        .with("places", claim.map(it -> it.places().ordinals()))
        .with("standing", claim.map(it -> it.places().count()))
        .with("allowances", claim.map(it -> it.allowances().ordinals()))
        .with("expiresAt", booking instanceof Booking.Pending it ? it.expiresAt() : null)
        .with(
            "confirmedAt",
            booking instanceof Booking.Confirmed it
                ? it.confirmedAt()
                : cancelled.flatMap(Booking.Cancelled::confirmedAt))
        .with("cancelledAt", cancelled.map(Booking.Cancelled::cancelledAt))
        .with("reason", cancelled.map(it -> it.reason().text()))
        .with("expiredAt", booking instanceof Booking.Expired it ? it.expiredAt() : null)
        .with("returns", booking.returns().list().isEmpty() ? null : booking.returns().text());
  }

  public static Order order(Fields order) {
    return order.sensible(
        "bookings",
        () ->
            new Order(
                order.text("id", OrderId::new),
                order.text("userId", UserId::new),
                key(order),
                order.texts("bookings", BookingId::new),
                order.time("createdAt"),
                order.optionalTime("cancelledAt")));
  }
}
