package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.stored.StoredEvents;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Events in the table {@code event}. What names sort by and venues and words are found by is made
 * here, for SQLite folds no letters but A to Z.
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
                FIND,
                row -> new StoredEvent(row.number("seq"), StoredEvents.event(row)),
                id.value()));
  }

  static Values changeable(Event event) {
    return StoredEvents.changeable(event).with("words", Words.text(event.details().words()));
  }
}
