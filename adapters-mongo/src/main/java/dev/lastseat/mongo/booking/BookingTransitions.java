package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Takes bookings to their next states, each in one conditional update. */
record BookingTransitions(Database db) {

  /** Those that happened. The answer only counts; where some did not, the store is asked which. */
  List<Transition> apply(List<Transition> transitions) {
    int matched = db.updateAll(db.bookings(), transitions.stream().map(this::update).toList());
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
                        asSeen(hold),
                        Updates.combine(
                            Updates.set("expiresAt", end),
                            EmbeddedFacts.next(BookingFacts.extended(hold.id(), end, now)))))
            .toList());
  }

  private UpdateOneModel<Document> update(Transition transition) {
    return new UpdateOneModel<>(
        asSeen(transition.from()), BookingDocuments.transition(transition.from(), transition.to()));
  }

  private List<Transition> happened(List<Transition> transitions) {
    var found =
        db.bookings()
            .find(in("_id", transitions.stream().map(it -> it.to().id().value()).toList()));
    Set<Booking> stored =
        db.list(found.projection(BookingDocuments.READ)).stream()
            .flatMap(it -> Fields.readable(it, BookingDocuments::fromDocument))
            .collect(Collectors.toSet());
    return transitions.stream().filter(it -> stored.contains(it.to())).toList();
  }

  private static Bson asSeen(Booking.Live from) {
    return and(
        eq(from.id().value()),
        eq("eventId", from.details().eventId().value()),
        eq("status", BookingStatus.of(from).word()),
        eq("places", from.claim().places().ordinals()),
        from instanceof Booking.Pending hold ? eq("expiresAt", hold.expiresAt()) : empty());
  }
}
