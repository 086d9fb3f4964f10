package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bookings in the SQLite file. */
final class SqliteBookings implements Bookings {
  private final Database database;

  SqliteBookings(Database database) {
    this.database = database;
  }

  @Override
  public Recording record(Booking.Live booking) {
    return database.write(connection -> record(connection, booking));
  }

  /** Looks before it writes: there is one writer, so nothing can come in between. */
  private static Recording record(SqlConnection connection, Booking.Live booking)
      throws SQLException {
    EventId id = booking.details().eventId();
    Optional<Event> event = SqliteEvents.find(connection, id);
    long eventSeq = connection.number(BookingSql.EVENT_SEQ, id.value());
    Optional<Recording> refusal = refusal(connection, booking, eventSeq);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (event.filter(found -> BookingPolicy.admits(found, booking)).isEmpty()) {
      return new Recording.NotAdmitted(event);
    }
    connection.update(BookingRows.INSERT, BookingRows.arguments(booking, eventSeq));
    long seq = connection.number("select last_insert_rowid()");
    ClaimRows.take(connection, booking, eventSeq, seq);
    return new Recording.Recorded(event);
  }

  private record Conflicts(long keyUsedBy, boolean allowanceSpent, boolean placeTaken) {}

  private static Optional<Recording> refusal(
      SqlConnection connection, Booking.Live booking, long eventSeq) throws SQLException {
    Conflicts conflicts =
        connection
            .first(
                ClaimRows.conflicts(booking.claim().places().count()),
                row -> new Conflicts(row.getLong(1), row.getBoolean(2), row.getBoolean(3)),
                ClaimRows.conflictArguments(booking, eventSeq))
            .orElseThrow();
    if (conflicts.keyUsedBy() != 0) {
      return connection
          .first(BookingSql.BY_SEQ, BookingRows::read, conflicts.keyUsedBy())
          .map(Recording.KeyUsed::new);
    }
    if (conflicts.allowanceSpent()) {
      return Optional.of(new Recording.AllowanceSpent());
    }
    return conflicts.placeTaken() ? Optional.of(new Recording.PlaceTaken()) : Optional.empty();
  }

  @Override
  public boolean change(Booking.Live from, Booking to) {
    return database.write(connection -> BookingChange.apply(connection, from, to));
  }

  @Override
  public List<Transition> changeAll(Collection<Transition> transitions) {
    return database.write(
        connection -> {
          List<Transition> changed = new ArrayList<>();
          for (Transition transition : transitions) {
            if (BookingChange.apply(connection, transition.from(), transition.to())) {
              changed.add(transition);
            }
          }
          return changed;
        });
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return database.read(c -> c.first(BookingSql.BY_ID, BookingRows::read, id.value()));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {
    String keyText = key.value().toString();
    Optional<Booking> found =
        database.read(c -> c.first(BookingSql.BY_KEY, BookingRows::read, user.value(), keyText));
    return found.filter(booking -> booking.details().eventId().equals(event));
  }

  @Override
  public Page<Booking> search(BookingQuery query) {
    return database.read(connection -> BookingSql.search(connection, query));
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return database.read(
        c -> c.list(BookingSql.OVERDUE, BookingRows::readPending, now.toEpochMilli(), limit));
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return database.read(
        c ->
            c.list(
                BookingSql.OVERDUE_OF_EVENT,
                BookingRows::readPending,
                event.value(),
                now.toEpochMilli(),
                limit));
  }

  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    return database.read(c -> c.list(BookingSql.OF_CANCELLED, BookingRows::readLive, limit));
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events) {
    return database.read(
        connection -> {
          Map<EventId, TicketCounts> counts = new HashMap<>();
          for (EventId event : events) {
            TicketCounts sum =
                connection.list(BookingSql.COUNT, BookingSql::counts, event.value()).stream()
                    .reduce(TicketCounts.NONE, TicketCounts::plus);
            counts.put(event, sum);
          }
          return counts;
        });
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return database.read(
        c ->
            new HashSet<>(
                c.list(BookingSql.ALLOWANCES, row -> row.getInt(1), event.value(), user.value())));
  }

  @Override
  public int highestPlace(EventId event) {
    return database.read(connection -> new PlaceRows(connection, event).highest());
  }

  @Override
  public List<Integer> freePlaces(EventId event, int totalTickets, int limit) {
    return database.read(connection -> new PlaceRows(connection, event).free(totalTickets, limit));
  }
}
