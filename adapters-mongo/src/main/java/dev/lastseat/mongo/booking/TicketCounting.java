package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counts tickets from the index alone. */
record TicketCounting(Database db) {

  /**
   * For each of the events, without holds that are over; what an order holds undecided counts as
   * held. Those that are over come second: what is expired meanwhile counts as held once more, and
   * nothing is taken off twice.
   */
  Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    Map<EventId, TicketCounts> counts = count(events);
    if (counts.values().stream().anyMatch(it -> it.held() > 0)) {
      db.bookings()
          .aggregate(pipeline(events, BookingStatuses.overdue(now)))
          .forEach(group -> subtract(counts, group));
    }
    return counts;
  }

  /** For each of the events, whatever is taken. */
  Map<EventId, TicketCounts> count(Collection<EventId> events) {
    Map<EventId, TicketCounts> counts = new HashMap<>();
    events.forEach(event -> counts.put(event, TicketCounts.NONE));
    if (!counts.isEmpty()) {
      db.bookings().aggregate(pipeline(events)).forEach(group -> add(counts, group));
    }
    return counts;
  }

  static List<Bson> pipeline(Collection<EventId> events) {
    return pipeline(events, BookingStatuses.CLAIMING);
  }

  private static List<Bson> pipeline(Collection<EventId> events, Bson statuses) {
    List<String> ids = events.stream().map(EventId::value).distinct().toList();
    Document group = new Document("event", "$eventId").append("status", "$status");
    return List.of(
        Aggregates.match(and(in(BookingDocuments.EVENT_ID, ids), statuses)),
        Aggregates.group(group, Accumulators.sum("tickets", "$quantity")));
  }

  private static void subtract(Map<EventId, TicketCounts> counts, Document group) {
    String event = group.get("_id", Document.class).getString("event");
    TicketCounts over = new TicketCounts(0, group.get("tickets", Number.class).intValue());
    counts.merge(new EventId(event), over, TicketCounts::minus);
  }

  private static void add(Map<EventId, TicketCounts> counts, Document group) {
    Document id = group.get("_id", Document.class);
    int tickets = group.get("tickets", Number.class).intValue();
    boolean sold = BookingStatus.CONFIRMED.word().equals(id.getString("status"));
    TicketCounts more = sold ? new TicketCounts(tickets, 0) : new TicketCounts(0, tickets);
    counts.merge(new EventId(id.getString("event")), more, TicketCounts::plus);
  }
}
