package dev.lastseat.mongo.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counts tickets from the index alone. */
public record TicketCounting(Database db) {

  /**
   * For each of the events, without holds that are over; what an order holds undecided counts as
   * held. Those that are over come second: what is expired meanwhile counts as held once more, and
   * nothing is taken off twice.
   */
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    Map<EventId, TicketCounts> counts = count(events);
    if (counts.values().stream().anyMatch(it -> it.held() > 0)) {
      merge(counts, BookingStatuses.overdue(now), TicketCounts::minus);
    }
    return counts;
  }

  /** For each of the events, whatever is taken. */
  Map<EventId, TicketCounts> count(Collection<EventId> events) {
    Map<EventId, TicketCounts> counts = new HashMap<>();
    events.forEach(event -> counts.put(event, TicketCounts.NONE));
    if (!counts.isEmpty()) {
      merge(counts, BookingStatuses.CLAIMING, TicketCounts::plus);
    }
    return counts;
  }

  /** With the tickets of those events' bookings in the states. */
  private void merge(
      Map<EventId, TicketCounts> counts, Bson states, BinaryOperator<TicketCounts> operation) {
    List<String> ids = counts.keySet().stream().map(EventId::value).toList();
    Document group =
        new Document("event", "$eventId")
            .append("status", "$status")
            .append("contingent", "$contingent");
    List<Bson> pipeline =
        List.of(
            Aggregates.match(and(in("eventId", ids), states)),
            Aggregates.group(group, Accumulators.sum("tickets", "$standing")));
    for (Document sum : db.ask(() -> db.bookings().aggregate(pipeline).into(new ArrayList<>()))) {
      Document of = sum.get("_id", Document.class);
      int tickets = sum.get("tickets", Number.class).intValue();
      boolean sold = BookingStatus.CONFIRMED.word().equals(of.getString("status"));
      Map<String, Integer> contingents =
          Optional.ofNullable(of.getString("contingent"))
              .map(name -> Map.of(name, tickets))
              .orElse(Map.of());
      TicketCounts more = new TicketCounts(sold ? tickets : 0, sold ? 0 : tickets, contingents);
      counts.merge(new EventId(of.getString("event")), more, operation);
    }
  }
}
