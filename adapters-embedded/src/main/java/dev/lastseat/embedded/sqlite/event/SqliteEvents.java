package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import dev.lastseat.embedded.sqlite.engine.PageReader;
import dev.lastseat.embedded.sqlite.engine.Readers;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events in the table {@code event}. */
public record SqliteEvents(Readers readers, Writer writer, Clock clock) implements Events {

  @Override
  public void add(Event event) {
    writer.run(
        transaction -> {
          transaction.forget(event.id());
          return transaction.connection().update(EventSql.ADD, EventColumns.add(event));
        });
  }

  @Override
  public Optional<Event> find(EventId id) {
    return readers.read(store -> store.first(EventSql.FIND, EventRows::read, id.value()));
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    String wanted = JsonArrays.ofWords(ids.stream().map(EventId::value).toList());
    List<Optional<Event>> found =
        readers.read(
            store ->
                store.list(
                    EventSql.FIND_ALL, row -> PageReader.readable(EventRows::read, row), wanted));
    return found.stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return readers.snapshot(new EventSearch(query)::in);
  }

  @Override
  public Update update(Event changed) {
    return writer.run(transaction -> update(transaction, changed));
  }

  public static Update update(Transaction transaction, Event changed) throws SQLException {
    Optional<Event> stored = EventRows.find(transaction, changed.id());
    if (stored.filter(it -> it.version() == changed.version() - 1).isEmpty()) {
      return new Update.Stale();
    }
    int total = changed.details().totalTickets();
    if (total < stored.get().details().totalTickets()) {
      Shrinking shrinking = new Shrinking(transaction.connection(), changed.id(), total);
      int taken = shrinking.taken();
      if (taken > total) {
        return new Update.TooSmall(taken);
      }
      shrinking.moveInside();
    }
    transaction.forget(changed.id());
    transaction.connection().update(EventSql.UPDATE, EventColumns.update(changed));
    return new Update.Updated();
  }

  @Override
  public Deletion delete(Event event) {
    return writer.run(transaction -> delete(transaction, event));
  }

  private Deletion delete(Transaction transaction, Event event) throws SQLException {
    String id = event.id().value();
    Optional<Event> stored = EventRows.find(transaction, event.id());
    if (stored.filter(it -> it.version() == event.version()).isEmpty()) {
      return new Deletion.Stale();
    }
    if (transaction.connection().number(PlaceSql.ANY_TAKEN, id) == 1) {
      return new Deletion.HasLiveBookings();
    }
    transaction.forget(event.id());
    transaction.connection().update(EventSql.DELETE, clock.millis(), id);
    return new Deletion.Deleted();
  }
}
