package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.mongo.checkin.MongoCheckins;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Takes bookings to their next states, each in one conditional update. */
record BookingTransitions(Database db) {

  /** Those that happened. The answer only counts; where some did not, the store is asked which. */
  List<Transition> apply(List<Transition> transitions) {
    Map<String, Integer> entries = entries(transitions);
    List<Checkin> letIn = letIn(transitions);
    int matched =
        db.updateAll(
            db.bookings(),
            transitions.stream()
                .filter(it -> !it.isRefusedBy(letIn))
                .map(it -> update(it, entries))
                .toList());
    if (matched == transitions.size()) {
      return transitions;
    }
    return transitions.size() == 1 ? List.of() : happened(transitions);
  }

  /** How many of the holds were still as they were seen, and end then. */
  int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return db.updateAll(
        db.bookings(),
        holds.stream()
            .map(
                hold ->
                    new UpdateOneModel<Document>(
                        BookingDocuments.asSeen(hold),
                        Updates.combine(
                            Updates.set("expiresAt", end),
                            EmbeddedFacts.next(BookingFacts.extended(hold.id(), end, now)))))
            .toList());
  }

  private UpdateOneModel<Document> update(Transition transition, Map<String, Integer> entries) {
    Booking.Live from = transition.from();
    Bson asSeen = BookingDocuments.asSeen(from);
    return new UpdateOneModel<>(
        transition.givesBack()
            ? and(asSeen, eq("entries", entries.get(from.id().value())))
            : asSeen,
        BookingDocuments.transition(from, transition.to()));
  }

  /**
   * How often somebody was let in by each of the bookings of which tickets are given back; nothing
   * is known of those by which nobody was. Read before {@link #letIn} is, see {@code
   * MongoCheckins}.
   */
  private Map<String, Integer> entries(List<Transition> transitions) {
    List<String> ids = givingBack(transitions).map(BookingId::value).toList();
    return ids.isEmpty()
        ? Map.of()
        : db
            .list(
                db.bookings()
                    .find(and(in("_id", ids), exists("entries")))
                    .projection(Projections.include("entries")))
            .stream()
            .collect(Collectors.toMap(it -> it.getString("_id"), it -> it.getInteger("entries")));
  }

  private List<Checkin> letIn(List<Transition> transitions) {
    List<BookingId> ids = givingBack(transitions).toList();
    return ids.isEmpty() ? List.of() : new MongoCheckins(db).of(ids);
  }

  private static Stream<BookingId> givingBack(List<Transition> transitions) {
    return transitions.stream().filter(Transition::givesBack).map(it -> it.from().id());
  }

  private List<Transition> happened(List<Transition> transitions) {
    var found =
        db.bookings()
            .find(in("_id", transitions.stream().map(it -> it.to().id().value()).toList()));
    Set<Booking> stored =
        Set.copyOf(
            db.readable(found.projection(BookingDocuments.READ), BookingDocuments::fromDocument));
    return transitions.stream().filter(it -> stored.contains(it.to())).toList();
  }
}
