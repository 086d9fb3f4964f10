package dev.lastseat.mongo.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.event.MongoEvents;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The events of bookings, read after the bookings were stored. Whoever changes an event writes it
 * first and looks for bookings then; so of a booking and a change, the one that comes second sees
 * the other (ADR 10).
 */
record Admission(Map<EventId, Event> events) {

  /** One read for all of them. */
  static Admission of(Database db, Collection<? extends Booking.Live> stored) {
    return new Admission(
        new MongoEvents(db).present(stored.stream().map(it -> it.details().eventId()).toList()));
  }

  boolean admits(Booking.Live booking) {
    Event event = events.get(booking.details().eventId());
    return event != null && BookingPolicy.admits(event, booking);
  }

  /** The first that does not admit its booking, if any. */
  Optional<EventId> refusing(Collection<? extends Booking.Live> bookings) {
    return bookings.stream()
        .filter(it -> !admits(it))
        .map(it -> it.details().eventId())
        .findFirst();
  }
}
