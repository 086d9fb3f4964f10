package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Bookings as documents of the collection {@code bookings}. Only live ones have {@code places} and
 * {@code allowances}, which unique indexes watch over. {@code facts} tell, for audit and
 * notification, which states it was taken to and when, the first one first.
 */
public final class BookingDocuments {
  static final String EVENT_ID = "eventId";
  static final String USER_ID = "userId";
  public static final String STATUS = "status";
  static final String PLACES = "places";
  static final String ALLOWANCES = "allowances";
  static final String TICKET_NUMBER = "ticketNumber";
  static final String QUANTITY = "quantity";
  static final String KEY = "idempotencyKey";
  public static final String BOOKING_DATE = "bookingDate";
  public static final String EXPIRES_AT = "expiresAt";
  public static final String ORDER_ID = "orderId";

  /**
   * 0 of a booking made alone and of the first of an order, then 1, 2 and so on: so that of all
   * that a user makes under one key, only the bookings of one order go together.
   */
  static final String KEY_PART = "keyPart";

  /** Set once somebody found it by its key: from then on it is not taken back. */
  static final String TOLD = "told";

  public static final String FACTS = "facts";

  /** All but what is there for others than Lastseat. */
  static final Bson READ = Projections.exclude(FACTS);

  private BookingDocuments() {}

  /** What the user made under the key, decided or not: one booking, or those of one order. */
  public static Bson underKey(UserId user, IdempotencyKey key) {
    return and(eq(USER_ID, user.value()), eq(KEY, key.value().toString()));
  }

  /** The bookings of one order, in its order. */
  public static List<Document> ofOrder(List<Booking.Confirmed> bookings) {
    List<Document> documents = bookings.stream().map(BookingDocuments::toDocument).toList();
    for (int part = 0; part < documents.size(); part++) {
      documents.get(part).append(KEY_PART, part);
    }
    return documents;
  }

  /** Those documents, wherever they are. */
  public static Bson all(Collection<? extends Booking> bookings) {
    return and(
        in("_id", bookings.stream().map(it -> it.id().value()).toList()),
        in(EVENT_ID, bookings.stream().map(it -> it.details().eventId().value()).toList()));
  }

  public static Document toDocument(Booking booking) {
    BookingDetails details = booking.details();
    Document document =
        state(booking)
            .append("_id", details.id().value())
            .append(EVENT_ID, details.eventId().value())
            .append(USER_ID, details.userId().value())
            .append(TICKET_NUMBER, details.ticketNumber().value())
            .append(QUANTITY, details.quantity().tickets())
            .append("hold", details.hold())
            .append("unitPrice", details.unitPrice().minorUnits())
            .append("currency", details.unitPrice().currency().getCurrencyCode())
            .append(KEY, details.key().value().toString())
            .append(KEY_PART, 0)
            .append(BOOKING_DATE, details.bookedAt())
            .append(FACTS, List.of(fact(booking)));
    details.order().ifPresent(order -> document.append(ORDER_ID, order.value()));
    return document;
  }

  /** What a transition to this state writes, and takes away where it is no part of the state. */
  static Document transition(Booking to) {
    Document set = state(to);
    Document unset = new Document();
    List.of(PLACES, ALLOWANCES, EXPIRES_AT, "confirmedAt", "cancelledAt", "reason", "expiredAt")
        .stream()
        .filter(field -> !set.containsKey(field))
        .forEach(field -> unset.append(field, ""));
    return new Document("$set", set)
        .append("$unset", unset)
        .append("$push", new Document(FACTS, fact(to)));
  }

  private static Document state(Booking booking) {
    Document state = new Document(STATUS, BookingStatus.of(booking).word());
    return switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) ->
          claim(state, claim).append(EXPIRES_AT, end);
      case Booking.Confirmed(_, Claim claim, Instant at) ->
          claim(state, claim).append("confirmedAt", at);
      case Booking.Cancelled(_, Optional<Instant> confirmed, Instant at, Reason reason) -> {
        confirmed.ifPresent(then -> state.append("confirmedAt", then));
        yield state.append("cancelledAt", at).append("reason", reason.text());
      }
      case Booking.Expired(_, Instant at) -> state.append("expiredAt", at);
    };
  }

  private static Document claim(Document state, Claim claim) {
    return state
        .append(PLACES, claim.places().ordinals())
        .append(ALLOWANCES, claim.allowances().ordinals());
  }

  private static Document fact(Booking booking) {
    Instant at =
        switch (booking) {
          case Booking.Pending pending -> pending.details().bookedAt();
          case Booking.Confirmed confirmed -> confirmed.confirmedAt();
          case Booking.Cancelled cancelled -> cancelled.cancelledAt();
          case Booking.Expired expired -> expired.expiredAt();
        };
    return new Document(STATUS, BookingStatus.of(booking).word()).append("at", at);
  }

  static Booking fromDocument(Document document) {
    Fields fields = new Fields(Database.BOOKINGS, document);
    BookingDetails details = details(fields);
    return switch (fields.text(STATUS, BookingDocuments::status)) {
      case PENDING -> new Booking.Pending(details, claim(fields), fields.time(EXPIRES_AT));
      case CONFIRMED -> new Booking.Confirmed(details, claim(fields), fields.time("confirmedAt"));
      case CANCELLED ->
          new Booking.Cancelled(
              details,
              fields.optionalTime("confirmedAt"),
              fields.time("cancelledAt"),
              fields.text("reason", Reason::new));
      case EXPIRED -> new Booking.Expired(details, fields.time("expiredAt"));
    };
  }

  private static BookingStatus status(String word) {
    return BookingStatus.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static BookingDetails details(Fields fields) {
    var currency = fields.text("currency", Money::currency);
    return new BookingDetails(
        fields.text("_id", BookingId::new),
        fields.text(EVENT_ID, EventId::new),
        fields.text(USER_ID, UserId::new),
        fields.text(TICKET_NUMBER, TicketNumber::new),
        fields.number(QUANTITY, count -> new Quantity(Math.toIntExact(count))),
        fields.flag("hold"),
        fields.number("unitPrice", minorUnits -> new Money(minorUnits, currency)),
        fields.text(KEY, key -> new IdempotencyKey(UUID.fromString(key))),
        fields.time(BOOKING_DATE),
        fields.optionalText(ORDER_ID).map(OrderId::new));
  }

  private static Claim claim(Fields fields) {
    Places places = fields.ordinals(PLACES, Places::of);
    return fields.ordinals(ALLOWANCES, taken -> new Claim(places, new Allowances(taken)));
  }
}
