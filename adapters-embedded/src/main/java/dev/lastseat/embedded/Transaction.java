package dev.lastseat.embedded;

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
final class Transaction {
  private final SqlConnection connection;
  private final Map<EventId, Optional<Event>> events = new HashMap<>();

  Transaction(SqlConnection connection) {
    this.connection = connection;
  }

  SqlConnection connection() {
    return connection;
  }

  Optional<Event> event(EventId id) throws SQLException {
    Optional<Event> known = events.get(id);
    if (known != null) {
      return known;
    }
    Optional<Event> read = connection.first(EventSql.FIND, EventRows::read, id.value());
    events.put(id, read);
    return read;
  }

  /** Called by whoever writes the event. */
  void forget(EventId id) {
    events.remove(id);
  }
}
