package dev.lastseat.domain.fact;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The aggregate whose changes one stream of facts tells, as {@code booking:0198f2…} in text.
 *
 * @param type one of those below, or one that a later version knows
 */
public record StreamId(String type, String id) {
  public static final String EVENT = "event";
  public static final String BOOKING = "booking";
  public static final String ORDER = "order";
  public static final String TICKET = "ticket";
  public static final String CHECKIN_LIST = "checkin-list";
  public static final String CHECKIN = "checkin";
  public static final String PAYMENT = "payment";
  public static final String USER = "user";
  public static final String SESSION = "session";
  public static final String API_KEY = "api-key";
  public static final String PASSKEY = "passkey";

  public StreamId {
    Identifiers.require("stream", type);
    if (id.isEmpty()) {
      throw new InvalidValue("stream", id, "must name something");
    }
  }

  public static StreamId of(EventId event) {
    return new StreamId(EVENT, event.value());
  }

  public static StreamId of(BookingId booking) {
    return new StreamId(BOOKING, booking.value());
  }

  public static StreamId of(OrderId order) {
    return new StreamId(ORDER, order.value());
  }

  public static StreamId of(TicketId ticket) {
    return new StreamId(TICKET, ticket.text());
  }

  public static StreamId of(CheckinListId list) {
    return new StreamId(CHECKIN_LIST, list.value());
  }

  /** Of whoever is let in by the ticket; the list, a dot and the ticket. */
  public static StreamId of(CheckinListId list, TicketId ticket) {
    return new StreamId(CHECKIN, list.value() + "." + ticket.text());
  }

  public static StreamId of(PaymentId payment) {
    return new StreamId(PAYMENT, payment.text());
  }

  public static StreamId of(UserId user) {
    return new StreamId(USER, user.value());
  }

  public static StreamId of(ApiKeyId key) {
    return new StreamId(API_KEY, key.value());
  }

  /** Of one session, by its id. */
  public static StreamId ofSession(String session) {
    return new StreamId(SESSION, session);
  }

  /**
   * Not the id that its authenticator gave it, for one that was removed may be added again, and is
   * told anew then.
   */
  public static StreamId of(Passkey passkey) {
    String added = passkey.id().value() + "/" + passkey.createdAt().toEpochMilli();
    return new StreamId(
        PASSKEY, UUID.nameUUIDFromBytes(added.getBytes(StandardCharsets.US_ASCII)).toString());
  }

  /** The stream that a text such as {@code booking:0198f2…} names. */
  public static StreamId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidValue("stream", text, "must be a type and an id such as booking:0198f2");
    }
    return new StreamId(text.substring(0, colon), text.substring(colon + 1));
  }

  public String text() {
    return type + ":" + id;
  }
}
