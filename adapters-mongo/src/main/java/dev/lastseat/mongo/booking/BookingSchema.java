package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.engine.Server;
import dev.lastseat.mongo.engine.Shape;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection of bookings. The unique index of a claim holds those bookings that have one, which
 * are the live ones. On a sharded cluster every unique index begins with the event, by which the
 * collection is sharded; there a key is unique for each user and event only.
 */
public final class BookingSchema {
  public static final String PLACES_ONCE = "places_once";
  public static final String ALLOWANCES_ONCE = "allowances_once";
  public static final String KEY_ONCE = "key_once";
  public static final String TICKET_NUMBER_ONCE = "ticket_number_once";

  private BookingSchema() {}

  public static Schema.Collection collection(Server server) {
    return new Schema.Collection(Database.BOOKINGS, indexes(server), shape());
  }

  private static List<IndexModel> indexes(Server server) {
    return List.of(
        Schema.uniqueWherePresent(PLACES_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.PLACES),
        Schema.uniqueWherePresent(
            ALLOWANCES_ONCE,
            BookingDocuments.EVENT_ID,
            BookingDocuments.USER_ID,
            BookingDocuments.ALLOWANCES),
        keyOnce(server),
        Schema.unique(
            TICKET_NUMBER_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.TICKET_NUMBER),
        Schema.index(
            ascending(
                BookingDocuments.EVENT_ID, BookingDocuments.STATUS, BookingDocuments.QUANTITY)),
        Schema.index(newestFirst(BookingDocuments.USER_ID)),
        Schema.index(newestFirst(BookingDocuments.EVENT_ID)),
        Schema.index(newestFirst(BookingDocuments.STATUS)),
        Schema.index(newestFirst()),
        Schema.wherePresent(BookingDocuments.EXPIRES_AT),
        Schema.wherePresent(BookingDocuments.ORDER_ID));
  }

  /** Of all bookings alone and all orders of a user, whatever their events: see KEY_PART. */
  private static IndexModel keyOnce(Server server) {
    return server.isSharded()
        ? Schema.unique(
            KEY_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.USER_ID, BookingDocuments.KEY)
        : Schema.unique(
            KEY_ONCE, BookingDocuments.USER_ID, BookingDocuments.KEY, BookingDocuments.KEY_PART);
  }

  private static Bson newestFirst(String... equal) {
    return compoundIndex(ascending(equal), descending(BookingDocuments.BOOKING_DATE, "_id"));
  }

  public static Document shape() {
    Document wholes = Shape.listOf(Shape.WHOLE);
    return Shape.of(
        new Document(BookingDocuments.EVENT_ID, Shape.TEXT)
            .append(BookingDocuments.USER_ID, Shape.TEXT)
            .append(
                BookingDocuments.STATUS,
                Shape.words(BookingStatus.values(), BookingStatus::word, BookingStatuses.UNDECIDED))
            .append(BookingDocuments.TICKET_NUMBER, Shape.TEXT)
            .append(BookingDocuments.QUANTITY, Shape.WHOLE)
            .append(BookingDocuments.KEY, Shape.TEXT)
            .append(BookingDocuments.KEY_PART, Shape.WHOLE)
            .append(BookingDocuments.BOOKING_DATE, Shape.TIME)
            .append(BookingDocuments.FACTS, Shape.listOf(Shape.OBJECT)),
        new Document(BookingDocuments.PLACES, wholes)
            .append(BookingDocuments.ALLOWANCES, wholes)
            .append(BookingDocuments.EXPIRES_AT, Shape.TIME)
            .append(BookingDocuments.ORDER_ID, Shape.TEXT)
            .append(BookingDocuments.TOLD, Shape.FLAG));
  }
}
