package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The places and allowances that bookings of one event claim; reads nothing else of them. */
record Claims(Database db, EventId event) {
  private static final Bson PLACES = fields(include(BookingDocuments.PLACES), excludeId());

  Set<Integer> allowances(UserId user) {
    Set<Integer> taken = new HashSet<>();
    db.bookings()
        .find(
            and(
                ofEvent(),
                eq(BookingDocuments.USER_ID, user.value()),
                exists(BookingDocuments.ALLOWANCES)))
        .projection(fields(include(BookingDocuments.ALLOWANCES), excludeId()))
        .forEach(booking -> taken.addAll(ordinals(booking, BookingDocuments.ALLOWANCES)));
    return taken;
  }

  /** 0 without any. */
  int highestPlace() {
    return Optional.ofNullable(
            db.bookings()
                .find(all())
                .projection(PLACES)
                .sort(Sorts.descending(BookingDocuments.PLACES))
                .first())
        .map(booking -> Collections.max(ordinals(booking, BookingDocuments.PLACES)))
        .orElse(0);
  }

  boolean isAny() {
    return db.hasAny(db.bookings(), all());
  }

  boolean isAnyBetween(int from, int to) {
    return db.hasAny(db.bookings(), between(from, to));
  }

  /** All places of those bookings that have one between the two, inclusive. */
  void placesBetween(int from, int to, Consumer<Integer> taken) {
    db.bookings()
        .find(between(from, to))
        .projection(PLACES)
        .forEach(booking -> ordinals(booking, BookingDocuments.PLACES).forEach(taken));
  }

  private Bson all() {
    return and(ofEvent(), exists(BookingDocuments.PLACES));
  }

  /** That one element lies between both, which an index can look up: whoever has it has places. */
  Bson between(int from, int to) {
    return and(
        ofEvent(),
        elemMatch(BookingDocuments.PLACES, new Document("$gte", from).append("$lte", to)));
  }

  private Bson ofEvent() {
    return eq(BookingDocuments.EVENT_ID, event.value());
  }

  private static List<Integer> ordinals(Document booking, String field) {
    return booking.getList(field, Integer.class);
  }
}
