package dev.lastseat.embedded;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.shared.Page;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Events in the SQLite file. */
final class SqliteEvents implements Events {
  private static final String FIND = "select * from event where id = ? and deleted = 0";

  private final Database database;

  SqliteEvents(Database database) {
    this.database = database;
  }

  @Override
  public void add(Event event) {
    database.write(connection -> connection.update(EventRows.INSERT, EventRows.arguments(event)));
  }

  @Override
  public Optional<Event> find(EventId id) {
    return database.read(connection -> find(connection, id));
  }

  static Optional<Event> find(SqlConnection connection, EventId id) throws SQLException {
    return connection.first(FIND, EventRows::read, id.value());
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    return database.read(
        connection -> {
          Map<EventId, Event> found = new HashMap<>();
          for (EventId id : ids) {
            connection
                .first("select * from event where id = ?", EventRows::read, id.value())
                .ifPresent(event -> found.put(id, event));
          }
          return found;
        });
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return database.read(connection -> EventSearch.search(connection, query));
  }

  @Override
  public Update update(Event changed) {
    return database.write(connection -> update(connection, changed));
  }

  private static Update update(SqlConnection connection, Event changed) throws SQLException {
    Optional<Event> stored = find(connection, changed.id());
    if (stored.filter(event -> event.version() == changed.version() - 1).isEmpty()) {
      return new Update.Stale();
    }
    int total = changed.details().totalTickets();
    if (total < stored.get().details().totalTickets()) {
      PlaceRows places = new PlaceRows(connection, changed.id());
      int taken = places.count();
      if (taken > total) {
        return new Update.TooSmall(taken);
      }
      Shrinking.moveWithin(connection, places, total);
    }
    connection.update(EventRows.UPDATE, EventRows.arguments(changed));
    return new Update.Updated();
  }

  @Override
  public Deletion delete(EventId id) {
    return database.write(
        connection -> {
          if (find(connection, id).isEmpty()) {
            return new Deletion.Unknown();
          }
          if (new PlaceRows(connection, id).count() > 0) {
            return new Deletion.HasLiveBookings();
          }
          connection.update("update event set deleted = 1 where id = ?", id.value());
          return new Deletion.Deleted();
        });
  }
}
