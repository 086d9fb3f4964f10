package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a write may do: use the writing connection between begin and commit. Remembers the events it
 * has read, for most writes of a group are about the same few.
 */
public final class Transaction {
  private final SqlConnection connection;
  private final Map<EventId, Optional<Event>> events = new HashMap<>();

  Transaction(SqlConnection connection) {
    this.connection = connection;
  }

  public SqlConnection connection() {
    return connection;
  }

  /** The event; it is read only if no write before this one has read it. */
  public Optional<Event> event(EventId id, Work<SqlConnection, Optional<Event>> read)
      throws SQLException {
    Optional<Event> known = events.get(id);
    if (known != null) {
      return known;
    }
    Optional<Event> seen = read.in(connection);
    events.put(id, seen);
    return seen;
  }

  /** Called by whoever writes the event. */
  public void forget(EventId id) {
    events.remove(id);
  }
}
