package dev.lastseat.mongo.standing;

import static com.mongodb.client.model.Filters.and;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.engine.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The events of bookings, read after the bookings were stored. Whoever changes an event writes it
 * first and looks for bookings then; so of a booking and a change, the one that comes second sees
 * the other (ADR 10).
 *
 * @param changing those of which a change is under way
 */
public record Admission(Map<EventId, Event> events, Set<EventId> changing) {

  /** One read for all of them. */
  public static Admission of(Database db, Collection<? extends Booking> stored) {
    Bson present =
        and(
            EventDocuments.byId(stored.stream().map(it -> it.details().eventId()).toList()),
            EventDocuments.NOT_DELETED);
    var found = db.events().find(present).projection(EventDocuments.READ);
    List<Document> events = db.list(found);
    return new Admission(
        EventDocuments.readable(events),
        events.stream()
            .filter(it -> it.containsKey(EventDocuments.CHANGING))
            .map(it -> new EventId(it.getString("_id")))
            .collect(Collectors.toSet()));
  }

  public boolean admits(Booking.Live booking) {
    Event event = events.get(booking.details().eventId());
    return event != null && BookingPolicy.admits(event, booking);
  }

  /** Whether its event is there. */
  boolean knowsEventOf(Booking booking) {
    return events.containsKey(booking.details().eventId());
  }

  /** Whether its event is about to be another, so that it must be marked before it is answered. */
  public boolean isChanging(Booking booking) {
    return changing.contains(booking.details().eventId());
  }

  /** The first that does not admit its booking, if any. */
  public Optional<EventId> refusing(Collection<? extends Booking.Live> bookings) {
    return bookings.stream()
        .filter(it -> !admits(it))
        .map(it -> it.details().eventId())
        .findFirst();
  }
}
