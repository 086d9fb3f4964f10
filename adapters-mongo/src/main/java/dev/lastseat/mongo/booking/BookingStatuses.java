package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import dev.lastseat.domain.booking.BookingStatus;
import java.time.Instant;
import org.bson.conversions.Bson;

/** The states of bookings as queries ask for them. */
public final class BookingStatuses {
  /** Held by an order that is not decided yet: claims its places, and is found by nobody. */
  public static final String UNDECIDED = "undecided";

  static final Bson DECIDED = ne(BookingDocuments.STATUS, UNDECIDED);

  /** Those that anybody may see with places. */
  static final Bson LIVE =
      in(BookingDocuments.STATUS, BookingStatus.PENDING.word(), BookingStatus.CONFIRMED.word());

  /** Those with places. */
  static final Bson CLAIMING =
      in(
          BookingDocuments.STATUS,
          BookingStatus.PENDING.word(),
          BookingStatus.CONFIRMED.word(),
          UNDECIDED);

  private BookingStatuses() {}

  /** Holds that are over and not written down as expired yet. */
  static Bson overdue(Instant now) {
    return and(
        eq(BookingDocuments.STATUS, BookingStatus.PENDING.word()),
        exists(BookingDocuments.EXPIRES_AT),
        lte(BookingDocuments.EXPIRES_AT, now));
  }
}
