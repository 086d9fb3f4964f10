package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import dev.lastseat.embedded.sqlite.engine.PageReader;
import dev.lastseat.embedded.sqlite.engine.Readers;
import dev.lastseat.embedded.sqlite.engine.Times;
import dev.lastseat.embedded.sqlite.engine.Writer;
import dev.lastseat.embedded.sqlite.event.FreePlaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bookings in the table {@code booking}, their claims in {@code place} and {@code allowance}. */
public record SqliteBookings(Readers readers, Writer writer) implements Bookings {

  @Override
  public Recording record(Booking.Live booking) {
    return writer.run(transaction -> new Recorder(transaction, booking).record());
  }

  @Override
  public boolean change(Booking.Live from, Booking to) {
    return writer.run(transaction -> new Changer(transaction).change(from, to));
  }

  @Override
  public List<Transition> changeAll(Collection<Transition> transitions) {
    return writer.run(
        transaction -> {
          Changer changer = new Changer(transaction);
          List<Transition> changed = new ArrayList<>();
          for (Transition transition : transitions) {
            if (changer.change(transition.from(), transition.to())) {
              changed.add(transition);
            }
          }
          return changed;
        });
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return readers.read(store -> store.first(BookingSql.FIND, BookingRows::read, id.value()));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {
    String keyText = key.value().toString();
    return readers.read(
        store ->
            store.first(
                BookingSql.FIND_OF_EVENT_BY_KEY,
                BookingRows::read,
                user.value(),
                keyText,
                event.value()));
  }

  @Override
  public Page<Booking> search(BookingQuery query) {
    return readers.snapshot(new BookingSearch(query)::in);
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return live(Booking.Pending.class, BookingSql.OVERDUE, Times.to(now), limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return live(
        Booking.Pending.class, BookingSql.OVERDUE_OF_EVENT, event.value(), Times.to(now), limit);
  }

  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    return live(Booking.Live.class, BookingSql.LIVE_OF_CANCELLED_EVENTS, limit);
  }

  private <T extends Booking> List<T> live(Class<T> state, BookingSql sql, Object... values) {
    List<Optional<Booking>> rows =
        readers.read(
            store -> store.list(sql, row -> PageReader.readable(BookingRows::read, row), values));
    return rows.stream().flatMap(Optional::stream).map(state::cast).toList();
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events) {
    Map<EventId, TicketCounts> counts = new HashMap<>();
    events.forEach(event -> counts.put(event, TicketCounts.NONE));
    String wanted = JsonArrays.ofWords(events.stream().map(EventId::value).toList());
    readers
        .read(store -> store.list(BookingSql.COUNT, SqliteBookings::counted, wanted))
        .forEach(counted -> counts.put(counted.getKey(), counted.getValue()));
    return counts;
  }

  private static Map.Entry<EventId, TicketCounts> counted(ResultSet row) throws SQLException {
    return Map.entry(
        new EventId(row.getString("event_id")),
        new TicketCounts(row.getInt("confirmed"), row.getInt("held")));
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return Set.copyOf(
        readers.read(
            store ->
                store.list(
                    BookingSql.ALLOWANCES, row -> row.getInt(1), event.value(), user.value())));
  }

  @Override
  public int highestPlace(EventId event) {
    return readers.read(store -> new FreePlaces(store, event).highest());
  }

  @Override
  public List<Integer> freePlaces(EventId event, int totalTickets, int limit) {
    return readers.snapshot(store -> new FreePlaces(store, event).lowest(totalTickets, limit));
  }
}
