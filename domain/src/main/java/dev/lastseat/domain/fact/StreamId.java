package dev.lastseat.domain.fact;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;

/**
 * The aggregate whose changes one stream of facts tells, as {@code booking:0198f2…} in text.
 *
 * @param type one of those below, or one that a later version knows
 */
public record StreamId(String type, String id) {
  public static final String EVENT = "event";
  public static final String BOOKING = "booking";
  public static final String ORDER = "order";

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
