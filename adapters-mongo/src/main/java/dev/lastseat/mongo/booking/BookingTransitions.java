package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.result.UpdateResult;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.port.Bookings.Transition;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Takes bookings to their next states, each in one conditional update. */
public record BookingTransitions(Database db) {
  /** Those that happened. */
  public List<Transition> apply(List<Transition> transitions) {
    return switch (transitions.size()) {
      case 0 -> List.of();
      case 1 -> alone(transitions.getFirst()) ? transitions : List.of();
      default -> together(transitions);
    };
  }

  private boolean alone(Transition one) {
    UpdateResult result =
        db.ask(
            () ->
                db.bookings().updateOne(asSeen(one.from()), BookingDocuments.transition(one.to())));
    return result.getMatchedCount() == 1;
  }

  /** The answer only counts; where it counts fewer than all, the store is asked which. */
  private List<Transition> together(List<Transition> transitions) {
    List<UpdateOneModel<Document>> updates =
        transitions.stream()
            .map(
                it ->
                    new UpdateOneModel<Document>(
                        asSeen(it.from()), BookingDocuments.transition(it.to())))
            .toList();
    int matched = new BookingUpdates(db).apply(updates);
    return matched == transitions.size() ? transitions : happened(transitions);
  }

  private List<Transition> happened(List<Transition> transitions) {
    List<String> ids = transitions.stream().map(it -> it.to().id().value()).toList();
    List<Document> documents =
        db.ask(
            () ->
                db.bookings()
                    .find(in("_id", ids))
                    .projection(BookingDocuments.READ)
                    .into(new ArrayList<>()));
    Set<Booking> stored =
        new HashSet<>(
            documents.stream()
                .flatMap(it -> Fields.readable(it, BookingDocuments::fromDocument))
                .toList());
    return transitions.stream().filter(it -> stored.contains(it.to())).toList();
  }

  private static Bson asSeen(Booking.Live from) {
    return and(
        eq(from.id().value()),
        eq(BookingDocuments.EVENT_ID, from.details().eventId().value()),
        eq(BookingDocuments.STATUS, BookingStatus.of(from).word()),
        eq(BookingDocuments.PLACES, from.claim().places().ordinals()));
  }
}
