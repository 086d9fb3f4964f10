package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.checkin.SqliteCheckins;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.event.FreePlaces;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bookings in the table {@code booking}, their claims in {@code place} and {@code allowance}. */
public record SqliteBookings(Database database) implements Bookings {
  private static final String FIND = "select * from booking where id = ?";
  private static final String FIND_ALL =
      "select * from booking where id in (select value from json_each(?))";
  private static final String FIND_OF_EVENT_BY_KEY =
      """
      select * from booking
      where buyer = (select seq from buyer where user_id = ?) and idempotency_key = ?
        and event_id = ?
      """;

  private static final String FIND_OF_EVENT_BY_NUMBER =
      """
      select * from booking
      where ticket_number = ? and event = (select seq from event where id = ?)
      """;
  private static final String CHANGE =
      """
      update booking set status = ?, places = ?, standing = ?, allowances = ?, expires_at = ?,
        confirmed_at = ?, cancelled_at = ?, reason = ?, expired_at = ?, returns = ?
      where id = ? and status = ? and places = ? and expires_at is ?
      """;
  private static final String GUESTS =
      """
      select user_id from booking
      where seq in (select rowid from guest_index where guest_index match ?1)
        and (?2 is null or event_id = ?2)
      limit ?3
      """;
  private static final String FORGET_GUEST =
      """
      update booking set guest_name = null, guest_email = null, guest_words = null
      where id = ? and guest_name is not null
      """;

  /** The events come first: few are being cancelled. */
  private static final String LIVE_OF_CANCELLED_EVENTS =
      """
      select booking.* from cancelling cross join booking on booking.event = cancelling.event
      where booking.status in ('pending', 'confirmed')
      limit ?
      """;

  private static final String ANY_CANCELLING = "select exists (select 1 from cancelling)";

  /** No booking is recorded for a cancelled event, so one without live bookings is done with. */
  private static final String FORGET_CANCELLED =
      """
      delete from cancelling where not exists (
        select 1 from place where place.event = cancelling.event)
      """;

  private static final String ALLOWANCES =
      """
      select allowance from allowance
      where event = (select seq from event where id = ?)
        and buyer = (select seq from buyer where user_id = ?)
      """;

  @Override
  public Recording record(Booking.Live booking) {
    return database.write(recording(booking));
  }

  public static Work<Transaction, Recording> recording(Booking.Live booking) {
    return transaction -> new BookingInsert(transaction, booking).record();
  }

  @Override
  public boolean change(Booking.Live from, Booking to) {
    return database.write(transaction -> change(transaction, new Transition(from, to)));
  }

  @Override
  public List<Transition> changeAll(Collection<Transition> transitions) {
    return database.writeAll(transitions, SqliteBookings::change);
  }

  private static boolean change(Transaction transaction, Transition transition)
      throws SQLException {
    Booking.Live from = transition.from();
    Booking to = transition.to();
    boolean refused =
        transition.givesBack()
            && transition.isRefusedBy(
                SqliteCheckins.of(transaction.connection(), List.of(from.id())));
    return !refused
        && FactRows.update(
            transaction, BookingFacts.changed(from, to), CHANGE, BookingRows.change(from, to));
  }

  @Override
  public int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return new Holds(database).extend(holds, end, now);
  }

  @Override
  public boolean forgetGuest(BookingId id, Instant at) {
    return database.write(
        transaction ->
            FactRows.update(
                transaction, BookingFacts.guestForgotten(id, at), FORGET_GUEST, id.value()));
  }

  @Override
  public Set<UserId> guests(SearchWords words, Optional<EventId> event, int limit) {
    return Set.copyOf(
        database.list(
            GUESTS,
            row -> row.text("userId", UserId::new),
            Words.match(words),
            event.map(EventId::value),
            limit));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return database.first(FIND, BookingRows::read, id.value());
  }

  @Override
  public Map<BookingId, Booking> findAll(Collection<BookingId> ids) {
    List<String> wanted = ids.stream().map(BookingId::value).toList();
    return database.list(FIND_ALL, BookingRows::read, wanted).stream()
        .collect(Collectors.toMap(Booking::id, Function.identity()));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {

    return database.first(
        FIND_OF_EVENT_BY_KEY, BookingRows::read, user.value(), key.value(), event.value());
  }

  @Override
  public Optional<Booking> find(EventId event, TicketNumber number) {
    return database.first(
        FIND_OF_EVENT_BY_NUMBER, BookingRows::read, number.value(), event.value());
  }

  @Override
  public Page<Booking> search(BookingQuery query, Instant now) {
    return database.snapshot(new BookingSearch(query, now).page());
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return new Holds(database).overdue(now, limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return new Holds(database).overdue(event, now, limit);
  }

  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    List<Booking.Live> live =
        BookingRows.scan(database, Booking.Live.class, LIVE_OF_CANCELLED_EVENTS, limit);
    if (live.isEmpty() && database.number(ANY_CANCELLING) == 1) {
      database.update(FORGET_CANCELLED);
    }
    return live;
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    return new TicketCounting(database).count(events, now);
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return Set.copyOf(database.list(ALLOWANCES, Row::first, event.value(), user.value()));
  }

  @Override
  public List<Instant> expiredHolds(EventId event, UserId user, Instant bookedSince, int limit) {
    return new Holds(database).expired(event, user, bookedSince, limit);
  }

  @Override
  public int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    return new Holds(database).forgetExpired(end, limit, before);
  }

  @Override
  public int highestPlace(EventId event) {
    return database.read(store -> new FreePlaces(store, event).highest());
  }

  @Override
  public List<Integer> freePlaces(EventId event, PlaceRanges ranges, int limit) {
    return database.snapshot(store -> new FreePlaces(store, event).lowest(ranges, limit));
  }
}
