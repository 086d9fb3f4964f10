package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.checkin.SqliteCheckins;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.event.FreePlaces;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.Times;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final String CHANGE =
      """
      update booking set status = ?, places = ?, standing = ?, allowances = ?, expires_at = ?,
        confirmed_at = ?, cancelled_at = ?, reason = ?, expired_at = ?, returns = ?
      where id = ? and status = ? and places = ? and expires_at is ?
      """;
  private static final String EXTEND =
      """
      update booking set expires_at = ? where id = ? and status = 'pending' and expires_at = ?
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
  private static final String OVERDUE =
      """
      select * from booking indexed by booking_pending
      where status = 'pending' and expires_at <= ?
      order by expires_at limit ?
      """;
  private static final String OVERDUE_OF_EVENT =
      """
      select * from booking indexed by booking_pending_of_event
      where status = 'pending' and event = (select seq from event where id = ?)
        and expires_at <= ?
      order by expires_at limit ?
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

  private static final String COUNT =
      """
      select event.id,
        coalesce(sum(standing) filter (where booking.status = 'confirmed'), 0) as confirmed,
        coalesce(sum(standing) filter (
          where booking.status = 'pending' and expires_at > ?), 0) as held
      from event cross join booking on booking.event = event.seq
      where event.id in (select value from json_each(?))
        and booking.status in ('pending', 'confirmed')
      group by event.id
      """;
  private static final String COUNT_CONTINGENTS =
      """
      select event.id, contingent, sum(standing) as taken
      from event cross join booking on booking.event = event.seq
      where event.id in (select value from json_each(?2)) and contingent is not null
        and (booking.status = 'confirmed' or (booking.status = 'pending' and expires_at > ?1))
      group by event.id, contingent
      """;
  private static final String EXPIRED_HOLDS =
      """
      select expired_at from booking indexed by booking_of_user
      where event = (select seq from event where id = ?1)
        and buyer = (select seq from buyer where user_id = ?2)
        and booked_at >= ?3 and status = 'expired'
      order by booked_at desc limit ?4
      """;
  private static final String EXPIRED =
      """
      select id from booking indexed by booking_expired
      where status = 'expired' and order_id is null and expired_at <= ?
      order by expired_at limit ?
      """;
  private static final String FORGET =
      "delete from booking where id in (select value from json_each(?))";
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
    return database.write(
        transaction -> {
          List<Transition> changed = new ArrayList<>();
          for (Transition transition : transitions) {
            if (change(transaction, transition)) {
              changed.add(transition);
            }
          }
          return changed;
        });
  }

  private static boolean change(Transaction transaction, Transition transition)
      throws SQLException {
    Booking.Live from = transition.from();
    Booking to = transition.to();
    return !isRefused(transaction.connection(), transition)
        && FactRows.update(
            transaction, BookingFacts.changed(from, to), CHANGE, BookingRows.change(from, to));
  }

  private static boolean isRefused(SqlConnection store, Transition transition) throws SQLException {
    return transition.givesBack()
        && transition.isRefusedBy(SqliteCheckins.of(store, List.of(transition.from().id())));
  }

  @Override
  public int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return database.write(
        transaction -> {
          int extended = 0;
          for (Booking.Pending hold : holds) {
            Change fact = BookingFacts.extended(hold.id(), end, now);
            boolean done =
                FactRows.update(
                    transaction, fact, EXTEND, end, hold.id().value(), hold.expiresAt());
            extended += done ? 1 : 0;
          }
          return extended;
        });
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
  public Page<Booking> search(BookingQuery query, Instant now) {
    return database.snapshot(new BookingSearch(query, now).page());
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return live(Booking.Pending.class, OVERDUE, now, limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return live(Booking.Pending.class, OVERDUE_OF_EVENT, event.value(), now, limit);
  }

  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    List<Booking.Live> live = live(Booking.Live.class, LIVE_OF_CANCELLED_EVENTS, limit);
    if (live.isEmpty() && database.number(ANY_CANCELLING) == 1) {
      database.update(FORGET_CANCELLED);
    }
    return live;
  }

  private <T extends Booking> List<T> live(Class<T> state, String sql, Object... values) {
    List<Optional<Booking>> rows =
        database.scan(
            store -> store.list(sql, row -> PageQuery.readable(BookingRows::read, row), values));
    return rows.stream().flatMap(Optional::stream).map(state::cast).toList();
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    Map<EventId, TicketCounts> counts = new HashMap<>();
    events.forEach(event -> counts.put(event, TicketCounts.NONE));
    List<String> wanted = events.stream().map(EventId::value).toList();
    database
        .scan(
            store ->
                Stream.of(
                        store.list(COUNT, SqliteBookings::counted, now, wanted),
                        store.list(COUNT_CONTINGENTS, SqliteBookings::ofContingent, now, wanted))
                    .flatMap(List::stream)
                    .toList())
        .forEach(counted -> counts.merge(counted.getKey(), counted.getValue(), TicketCounts::plus));
    return counts;
  }

  private static Map.Entry<EventId, TicketCounts> counted(Row row) {
    return Map.entry(
        row.text("id", EventId::new),
        new TicketCounts(row.integer("confirmed"), row.integer("held")));
  }

  private static Map.Entry<EventId, TicketCounts> ofContingent(Row row) {
    Map<String, Integer> taken = Map.of(row.text("contingent"), row.integer("taken"));
    return Map.entry(row.text("id", EventId::new), new TicketCounts(0, 0, taken));
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    return Set.copyOf(
        database.list(ALLOWANCES, row -> row.integer("allowance"), event.value(), user.value()));
  }

  @Override
  public List<Instant> expiredHolds(EventId event, UserId user, Instant bookedSince, int limit) {
    return database.list(
        EXPIRED_HOLDS,
        row -> row.time("expiredAt"),
        event.value(),
        user.value(),
        Times.from(bookedSince),
        limit);
  }

  @Override
  public int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    List<String> ids = database.list(EXPIRED, row -> row.text("id"), end, limit);
    before.accept(ids.stream().map(BookingId::new).toList());
    return ids.isEmpty() ? 0 : database.update(FORGET, ids);
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
