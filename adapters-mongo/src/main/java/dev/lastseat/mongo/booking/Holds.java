package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Holds: which are overdue, and what is left of those that expired. */
record Holds(Database db) {
  private static final Bson EXPIRED = eq("status", BookingStatus.EXPIRED.word());

  List<Booking.Pending> overdue(Bson filter, int limit) {
    var found = db.bookings().find(filter).projection(BookingDocuments.READ);
    return db.readable(
        found.sort(Sorts.ascending("expiresAt")).limit(limit),
        it -> (Booking.Pending) BookingDocuments.fromDocument(it));
  }

  /** Out of the index of a user's bookings by date. */
  List<Instant> expired(EventId event, UserId user, Instant bookedSince, int limit) {
    Bson ofUser = and(eq("userId", user.value()), gte("bookingDate", bookedSince));
    var expired =
        db.bookings()
            .find(and(ofUser, eq("eventId", event.value()), EXPIRED))
            .sort(Sorts.descending("bookingDate"))
            .projection(Projections.include("expiredAt"))
            .limit(limit);
    return db.list(expired, it -> new DocumentFields("bookings", it).time("expiredAt"));
  }

  /** A fact that is not relayed yet would go with its document. */
  int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    Bson relayed = and(EXPIRED, exists("unrelayed", false));
    Bson forgotten = and(relayed, eq("orderId", null), lte("expiredAt", end));
    List<Document> found =
        db.list(
            db.bookings()
                .find(forgotten)
                .projection(Projections.include("eventId"))
                .sort(Sorts.ascending("expiredAt"))
                .limit(limit));
    List<String> ids = found.stream().map(it -> it.getString("_id")).toList();
    before.accept(ids.stream().map(BookingId::new).toList());
    List<String> events = found.stream().map(it -> it.getString("eventId")).toList();
    Bson all = and(BookingDocuments.all(ids, events), relayed);
    return found.isEmpty()
        ? 0
        : Math.toIntExact(db.ask(() -> db.bookings().deleteMany(all)).getDeletedCount());
  }
}
