package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Sql;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Events from rows of {@code event}. */
public final class EventRows {
  static final Sql FIND = Sql.of("select * from event where id = ? and deleted_at is null");

  private EventRows() {}

  /** The event as the writes before this one left it. */
  public static Optional<Event> find(Transaction transaction, EventId id) throws SQLException {
    return transaction.event(id, store -> store.first(FIND, EventRows::read, id.value()));
  }

  static Event read(ResultSet result) throws SQLException {
    Row row = new Row("event", result);
    return new Event(
        row.text("id", EventId::new),
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
    Money price = price(row);
    int perUser = row.integer("max_tickets_per_user");
    return row.sensible(
        "details", () -> new EventDetails(name, date, venue, totalTickets, price, perUser));
  }

  private static Money price(Row row) throws SQLException {
    var currency = row.text("currency", Money::currency);
    return row.number("price", minorUnits -> new Money(minorUnits, currency));
  }
}
