package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts tickets from indexes alone. */
record TicketCounting(Database database) {
  private static final String COUNT =
      """
      select event.id,
        coalesce(sum(standing) filter (where booking.status = 'confirmed'), 0) as confirmed,
        coalesce(sum(standing) filter (
          where booking.status = 'pending' and expires_at > ?), 0) as held
      from event cross join booking on booking.event = event.seq
      where event.id in (select value from json_each(?))
        and booking.status in ('pending', 'confirmed')
      group by event.id
      """;
  private static final String COUNT_CONTINGENTS =
      """
      select event.id, contingent, sum(standing) as taken
      from event cross join booking on booking.event = event.seq
      where event.id in (select value from json_each(?2)) and contingent is not null
        and (booking.status = 'confirmed' or (booking.status = 'pending' and expires_at > ?1))
      group by event.id, contingent
      """;

  Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    Map<EventId, TicketCounts> counts = new HashMap<>();
    events.forEach(event -> counts.put(event, TicketCounts.NONE));
    List<String> wanted = events.stream().map(EventId::value).toList();
    database
        .scan(
            store ->
                Stream.of(
                        store.list(COUNT, TicketCounting::counted, now, wanted),
                        store.list(COUNT_CONTINGENTS, TicketCounting::ofContingent, now, wanted))
                    .flatMap(List::stream)
                    .toList())
        .forEach(counted -> counts.merge(counted.getKey(), counted.getValue(), TicketCounts::plus));
    return counts;
  }

  private static Map.Entry<EventId, TicketCounts> counted(Row row) {
    return Map.entry(
        row.text("id", EventId::new),
        new TicketCounts(row.integer("confirmed"), row.integer("held")));
  }

  private static Map.Entry<EventId, TicketCounts> ofContingent(Row row) {
    Map<String, Integer> taken = Map.of(row.text("contingent"), row.integer("taken"));
    return Map.entry(row.text("id", EventId::new), new TicketCounts(0, 0, taken));
  }
}
