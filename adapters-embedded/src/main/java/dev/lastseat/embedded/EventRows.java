package dev.lastseat.embedded;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Rows of the table event, and events. */
final class EventRows {
  private EventRows() {}

  static Event read(ResultSet columns) throws SQLException {
    Row row = Row.of("event", columns);
    return new Event(
        row.text("id", EventId::new),
        row.sense("details", () -> details(row)),
        row.text("status", word -> EventStatus.valueOf(word.toUpperCase(Locale.ROOT))),
        row.number("version"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static EventDetails details(Row row) throws SQLException {
    return new EventDetails(
        row.text("name"),
        row.instant("date"),
        row.text("venue"),
        row.integer("total_tickets"),
        new Money(row.number("price_minor"), row.text("currency", Money::currency)),
        row.integer("max_tickets_per_user"));
  }

  /** What venues are compared by and names are sorted by. */
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static final String INSERT =
      """
      insert into event (name, name_key, venue, venue_key, date, total_tickets, price_minor,
        currency, price_rank, max_tickets_per_user, status, version, created_at, updated_at, id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String UPDATE =
      """
      update event set name = ?, name_key = ?, venue = ?, venue_key = ?, date = ?,
        total_tickets = ?, price_minor = ?, currency = ?, price_rank = ?,
        max_tickets_per_user = ?, status = ?, version = ?, created_at = ?, updated_at = ?
      where id = ?
      """;

  /** The arguments of {@link #INSERT} and of {@link #UPDATE}. */
  static Object[] arguments(Event event) {
    EventDetails details = event.details();
    return new Object[] {
      details.name(),
      key(details.name()),
      details.venue(),
      key(details.venue()),
      details.date().toEpochMilli(),
      details.totalTickets(),
      details.price().minorUnits(),
      details.price().currency().getCurrencyCode(),
      details.price().tenThousandths(),
      details.maxTicketsPerUser(),
      event.status().word(),
      event.version(),
      event.createdAt().toEpochMilli(),
      event.updatedAt().toEpochMilli(),
      event.id().value()
    };
  }
}
