package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.port.Bookings.Recording;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.engine.Values;
import dev.lastseat.embedded.sqlite.event.EventRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes one new booking. Looks first and inserts then: nobody else writes meanwhile, so nothing
 * can come between, and a refusal leaves nothing to undo.
 */
record BookingInsert(Transaction transaction, Booking.Live booking) {

  /** What stands in the way of a new booking; the statements spell all but the last. */
  enum Obstacle {
    NONE,
    KEY_USED,
    ALLOWANCE_SPENT,
    PLACE_TAKEN,
    NOT_ADMITTED
  }

  /** Names the first obstacle: user, key, event, ticket number, allowances, places. */
  private static final String LOOK =
      """
      select case
        when exists (select 1 from booking where user_id = ?1 and idempotency_key = ?2)
          then 'KEY_USED'
        when exists (select 1 from allowance where event = ?3 and user_id = ?1
            and allowance in (select value from json_each(?5)))
          then 'ALLOWANCE_SPENT'
        when exists (select 1 from place where event = ?3
            and place in (select value from json_each(?6)))
          then 'PLACE_TAKEN'
        when exists (select 1 from booking where event = ?3 and ticket_number = ?4)
          then 'PLACE_TAKEN'
        else 'NONE'
      end
      """;

  /** The same where both are without gaps, as they mostly are: in half the time. */
  private static final String LOOK_AT_RUNS =
      """
      select case
        when exists (select 1 from booking where user_id = ?1 and idempotency_key = ?2)
          then 'KEY_USED'
        when exists (select 1 from allowance where event = ?3 and user_id = ?1
            and allowance between ?5 and ?6)
          then 'ALLOWANCE_SPENT'
        when exists (select 1 from place where event = ?3 and place between ?7 and ?8)
          then 'PLACE_TAKEN'
        when exists (select 1 from booking where event = ?3 and ticket_number = ?4)
          then 'PLACE_TAKEN'
        else 'NONE'
      end
      """;

  private static final String INSERT =
      """
      insert into booking (
        status, places, allowances, expires_at, confirmed_at, cancelled_at, reason, expired_at,
        event, id, event_id, user_id, ticket_number, quantity, hold, unit_price, currency,
        idempotency_key, booked_at, order_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND_BY_KEY =
      "select * from booking where user_id = ? and idempotency_key = ?";

  /** Of no row: what is looked for under it is not found. */
  private static final long NO_EVENT = 0;

  Recording record() throws SQLException {
    return switch (obstacle()) {
      case KEY_USED -> new Recording.KeyUsed(existing());
      case ALLOWANCE_SPENT -> new Recording.AllowanceSpent();
      case PLACE_TAKEN -> new Recording.PlaceTaken();
      case NOT_ADMITTED -> new Recording.NotAdmitted();
      case NONE -> {
        insert();
        yield new Recording.Recorded();
      }
    };
  }

  Obstacle obstacle() throws SQLException {
    Optional<StoredEvent> event = event();
    Obstacle found = look(event.map(StoredEvent::seq).orElse(NO_EVENT));
    boolean admitted =
        event.filter(seen -> BookingPolicy.admits(seen.event(), booking)).isPresent();
    return found == Obstacle.NONE && !admitted ? Obstacle.NOT_ADMITTED : found;
  }

  /** Only where nothing is in the way. */
  void insert() throws SQLException {
    long event = event().map(StoredEvent::seq).orElseThrow();
    transaction.connection().update(INSERT, BookingRows.insert(event, booking));
  }

  private Optional<StoredEvent> event() throws SQLException {
    return EventRows.find(transaction, booking.details().eventId());
  }

  private Obstacle look(long event) throws SQLException {
    List<Integer> allowances = booking.claim().allowances().ordinals();
    List<Integer> places = booking.claim().places().ordinals();
    return isRun(allowances) && isRun(places)
        ? look(
            LOOK_AT_RUNS,
            event,
            allowances.getFirst(),
            allowances.getLast(),
            places.getFirst(),
            places.getLast())
        : look(LOOK, event, Values.ordinals(allowances), Values.ordinals(places));
  }

  private static boolean isRun(List<Integer> ascending) {
    return ascending.getLast() - ascending.getFirst() == ascending.size() - 1;
  }

  private Obstacle look(String statement, long event, Object... claim) throws SQLException {
    BookingDetails details = booking.details();
    Object[] known = {
      details.userId().value(),
      details.key().value().toString(),
      event,
      details.ticketNumber().value()
    };
    return transaction
        .connection()
        .first(
            statement,
            result -> Obstacle.valueOf(result.getString(1)),
            BookingRows.concat(known, claim))
        .orElseThrow();
  }

  private Booking existing() throws SQLException {
    BookingDetails details = booking.details();
    return transaction
        .connection()
        .first(
            FIND_BY_KEY,
            BookingRows::read,
            details.userId().value(),
            details.key().value().toString())
        .orElseThrow();
  }
}
