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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The places and allowances that bookings of one event claim; reads nothing else of them. */
record Claims(Database db, EventId event) {
  private static final Bson PLACES = include(BookingDocuments.PLACES);

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
        .map(booking -> Collections.max(places(booking)))
        .orElse(0);
  }

  boolean isAny() {
    return db.hasAny(db.bookings(), all());
  }

  /** The bookings that have a place between the two, inclusive; with all of their places. */
  List<Document> between(int from, int to) {
    return db.bookings().find(within(from, to)).projection(PLACES).into(new ArrayList<>());
  }

  /** How many places are taken, within the event or beyond its end. */
  int count() {
    return db.ask(() -> new TicketCounting(db).count(List.of(event)))
        .values()
        .iterator()
        .next()
        .taken();
  }

  private Bson all() {
    return and(ofEvent(), exists(BookingDocuments.PLACES));
  }

  /** That one element lies between both, which an index can look up: whoever has it has places. */
  Bson within(int from, int to) {
    return and(
        ofEvent(),
        elemMatch(BookingDocuments.PLACES, new Document("$gte", from).append("$lte", to)));
  }

  private Bson ofEvent() {
    return eq(BookingDocuments.EVENT_ID, event.value());
  }

  static List<Integer> places(Document booking) {
    return ordinals(booking, BookingDocuments.PLACES);
  }

  private static List<Integer> ordinals(Document booking, String field) {
    return booking.getList(field, Integer.class);
  }
}
