package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.stored.StoredEvents;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as values for rows of {@code event}. What names sort by and venues and words are found by
 * is made here, for SQLite folds no letters but A to Z.
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

  /** In the order of {@link SqliteEvents}; who adds and who updates ends with the id. */
  public static @Nullable Object[] values(Event event) {
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    return new @Nullable Object[] {
      details.name(),
      details.sortKey(),
      schedule.begins(),
      schedule.day().toEpochDay(),
      schedule.zone().getId(),
      schedule.doors(),
      schedule.ends(),
      schedule.salesFrom(),
      schedule.salesUntil(),
      schedule.publishAt(),
      details.venue(),
      details.venueKey(),
      Words.text(details.words()),
      details.totalTickets(),
      details.price().minorUnits(),
      details.price().currency().getCurrencyCode(),
      details.price().tenThousandths(),
      details.maxTicketsPerUser(),
      details.terms().confirmedBy().map(ConfirmedBy::word),
      details.terms().holdTtl().map(Duration::toSeconds),
      details.terms().refundableUntil(),
      details.terms().returnFee().map(ReturnFee::text),
      details.visitors().until(),
      details.visitors().questionText(),
      details.contingents().text(),
      event.status().word(),
      event.version(),
      event.createdAt(),
      event.updatedAt(),
      event.organiser().value(),
      event.id().value()
    };
  }
}
