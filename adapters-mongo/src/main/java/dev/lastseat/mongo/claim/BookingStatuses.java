package dev.lastseat.mongo.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import java.time.Instant;
import org.bson.conversions.Bson;

/** The states of bookings as queries ask for them. */
public final class BookingStatuses {
  /** Held by an order that is not decided yet: claims its places, and is found by nobody. */
  public static final String UNDECIDED = "undecided";

  public static final Bson DECIDED = ne("status", UNDECIDED);

  /** Those that anybody may see with places. */
  public static final Bson LIVE = in("status", "pending", "confirmed");

  /** Those with places. */
  static final Bson CLAIMING = in("status", "pending", "confirmed", UNDECIDED);

  private BookingStatuses() {}

  /** Holds that are over and not written down as expired yet. */
  public static Bson overdue(Instant now) {
    return and(eq("status", "pending"), exists("expiresAt"), lte("expiresAt", now));
  }

  /** What orders claimed until then and have not decided yet. */
  public static Bson undecided(Instant until) {
    return and(exists("undecidedSince"), lte("undecidedSince", until));
  }
}
