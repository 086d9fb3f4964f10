package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.engine.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Events from rows of {@code event}, and as values for them. What names sort by and venues and
 * words are found by is made here, for SQLite folds no letters but A to Z.
 */
public final class EventRows {
  static final String FIND = "select * from event where id = ? and deleted_at is null";

  private EventRows() {}

  /** The event as the writes before this one left it. */
  public static Optional<StoredEvent> find(Transaction transaction, EventId id)
      throws SQLException {
    return transaction.event(
        id,
        store ->
            store.first(
                FIND, row -> new StoredEvent(row.getLong("seq"), EventRows.read(row)), id.value()));
  }

  static Event read(ResultSet result) throws SQLException {
    Row row = new Row("event", result);
    return new Event(
        row.text("id", EventId::new),
        row.text("organiser", UserId::new),
        details(row),
        row.text("status", word -> EventStatus.valueOf(word.toUpperCase(Locale.ROOT))),
        row.number("version", version -> version),
        row.time("created_at"),
        row.time("updated_at"));
  }

  private static EventDetails details(Row row) throws SQLException {
    String name = row.text("name", text -> text);
    Instant date = row.time("date");
    String venue = row.text("venue", text -> text);
    int totalTickets = row.integer("total_tickets");
    Money price = row.money("price");
    int perUser = row.integer("max_tickets_per_user");
    return row.sensible(
        "details", () -> new EventDetails(name, date, venue, totalTickets, price, perUser));
  }

  /** In the order of {@link SqliteEvents}; who adds and who updates ends with the id. */
  public static Object[] values(Event event) {
    EventDetails details = event.details();
    return new Object[] {
      details.name(),
      details.sortKey(),
      details.date().toEpochMilli(),
      details.venue(),
      details.venueKey(),
      Words.text(details.words()),
      details.totalTickets(),
      details.price().minorUnits(),
      details.price().currency().getCurrencyCode(),
      details.price().tenThousandths(),
      details.maxTicketsPerUser(),
      event.status().word(),
      event.version(),
      event.createdAt().toEpochMilli(),
      event.updatedAt().toEpochMilli(),
      event.organiser().value(),
      event.id().value()
    };
  }
}
