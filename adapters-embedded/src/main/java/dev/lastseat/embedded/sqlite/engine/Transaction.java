package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a write may do: use the writing connection between begin and commit. Remembers the events
 * that it and the ones before it have read, for most writes are about the same few, and nobody else
 * writes them. Where one is rolled back, nothing is remembered.
 */
public final class Transaction {
  private static final int MAX_EVENTS = 1_000;

  private final SqlConnection connection;
  private final Map<EventId, Optional<StoredEvent>> events = new HashMap<>();

  Transaction(SqlConnection connection) {
    this.connection = connection;
  }

  /** An event and the number of its row, which is what bookings know it by. */
  public record StoredEvent(long seq, Event event) {}

  public SqlConnection connection() {
    return connection;
  }

  public int update(String sql, @Nullable Object... values) throws SQLException {
    return connection.update(sql, values);
  }

  public <T> List<T> list(String sql, Function<Row, T> reader, Object... values)
      throws SQLException {
    return connection.list(sql, reader, values);
  }

  public <T> Optional<T> first(String sql, Function<Row, T> reader, Object... values)
      throws SQLException {
    return connection.first(sql, reader, values);
  }

  public long number(String sql, Object... values) throws SQLException {
    return connection.number(sql, values);
  }

  /** The event; it is read only if it is not remembered. */
  public Optional<StoredEvent> event(EventId id, Work<SqlConnection, Optional<StoredEvent>> read)
      throws SQLException {
    Optional<StoredEvent> known = events.get(id);
    if (known != null) {
      return known;
    }
    Optional<StoredEvent> seen = read.in(connection);
    if (events.size() == MAX_EVENTS) {
      events.clear();
    }
    events.put(id, seen);
    return seen;
  }

  /** Called by whoever writes the event. */
  public void forget(EventId id) {
    events.remove(id);
  }

  /** Takes back what was written. */
  void rollBack() throws SQLException {
    events.clear();
    connection.rollBack();
  }
}
