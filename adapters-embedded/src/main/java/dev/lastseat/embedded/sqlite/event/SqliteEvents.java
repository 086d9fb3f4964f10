package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.stored.StoredEvents;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events in the table {@code event}. */
public record SqliteEvents(Database database) implements Events {
  private static final String LONGER =
      """
      indexed by booking_pending_of_event %s
      where status = 'pending' and event = (select seq from event where id = ?2)
        and expires_at > ?1
      """;
  private static final String LONGER_HOLDS = "select id from booking " + LONGER.formatted("");
  private static final String END_HOLDS =
      "update booking " + LONGER.formatted("set expires_at = ?1");
  private static final String DELETE = "update event set deleted_at = ? where id = ?";
  private static final String FIND_ALL =
      "select * from event where id in (select value from json_each(?))";
  private static final String TO_PUBLISH =
      """
      select * from event indexed by event_to_publish
      where status = 'draft' and deleted_at is null and publish_at <= ?1
        and coalesce(sales_until, date) > ?1
      order by publish_at limit ?2
      """;
  private static final String ANY_TAKEN =
      """
      select exists (
        select 1 from place where event = (select seq from event where id = ?))
      """;

  @Override
  public void add(Event event) {
    database.write(adding(event));
  }

  public static Work<Transaction, Boolean> adding(Event event) {
    return transaction -> {
      transaction.forget(event.id());
      FactRows.insert(transaction, EventFacts.created(event));
      return Write.insert(
              "insert into event",
              EventRows.changeable(event)
                  .with("createdAt", event.createdAt())
                  .with("id", event.id().value()))
          .in(transaction);
    };
  }

  @Override
  public Optional<Event> find(EventId id) {
    return database.first(EventRows.FIND, StoredEvents::event, id.value());
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    List<String> wanted = ids.stream().map(EventId::value).toList();
    return database.readable(FIND_ALL, StoredEvents::event, wanted).stream()
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return database.snapshot(new EventSearch(query).page());
  }

  @Override
  public List<Event> toPublish(Instant until, int limit) {
    return database.readable(TO_PUBLISH, StoredEvents::event, until, limit);
  }

  @Override
  public Update update(Event changed) {
    return database.write(updating(changed));
  }

  public static Work<Transaction, Update> updating(Event changed) {
    return transaction -> update(transaction, changed);
  }

  private static Update update(Transaction transaction, Event changed) throws SQLException {
    Optional<Event> stored = EventRows.find(transaction, changed.id()).map(StoredEvent::event);
    if (stored.filter(it -> it.version() == changed.version() - 1).isEmpty()) {
      return new Update.Stale();
    }
    int total = changed.details().totalTickets();
    if (total < stored.get().details().totalTickets()) {
      Shrinking shrinking = new Shrinking(transaction, changed);
      int taken = shrinking.taken();
      if (taken > total) {
        return new Update.TooSmall(taken);
      }
      shrinking.moveInside();
    }
    Instant lastHold = changed.details().schedule().lastHold();
    if (lastHold.isBefore(stored.get().details().schedule().lastHold())) {
      endHolds(transaction, changed, lastHold);
    }
    transaction.forget(changed.id());
    Write.update(
            "event", EventRows.changeable(changed), new Values().with("id", changed.id().value()))
        .in(transaction);
    FactRows.insert(transaction, EventFacts.changed(stored.get(), changed));
    return new Update.Updated();
  }

  /** Of the holds that would run longer. */
  private static void endHolds(Transaction transaction, Event event, Instant lastHold)
      throws SQLException {
    Object[] values = {lastHold, event.id().value()};
    List<BookingId> shortened =
        transaction.list(LONGER_HOLDS, row -> row.text("id", BookingId::new), values);
    transaction.update(END_HOLDS, values);
    for (BookingId booking : shortened) {
      FactRows.insert(transaction, BookingFacts.shortened(booking, lastHold, event.updatedAt()));
    }
  }

  @Override
  public Deletion delete(Event event, Instant now) {
    return database.write(transaction -> delete(transaction, event, now));
  }

  private static Deletion delete(Transaction transaction, Event event, Instant now)
      throws SQLException {
    String id = event.id().value();
    Optional<Event> stored = EventRows.find(transaction, event.id()).map(StoredEvent::event);
    if (stored.filter(it -> it.version() == event.version()).isEmpty()) {
      return new Deletion.Stale();
    }
    if (transaction.number(ANY_TAKEN, id) == 1) {
      return new Deletion.HasLiveBookings();
    }
    transaction.forget(event.id());
    transaction.update(DELETE, now, id);
    FactRows.insert(transaction, EventFacts.deleted(event.id(), now));
    return new Deletion.Deleted();
  }
}
