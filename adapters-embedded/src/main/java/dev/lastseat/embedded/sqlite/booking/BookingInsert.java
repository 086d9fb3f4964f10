package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.event.EventRows;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes one new booking. Looks first and inserts then: nobody else writes meanwhile, so nothing
 * can come between, and a refusal leaves nothing to undo.
 */
record BookingInsert(Transaction transaction, Booking.Live booking) {
  /** Names what is in the way first, of user, key, event, ticket number, allowances, places. */
  private static final String LOOK =
      look("in (select value from json_each(?5))", "in (select value from json_each(?6))");

  /** The same where both are without gaps, as they mostly are: in half the time. */
  private static final String LOOK_AT_RUNS = look("between ?5 and ?6", "between ?7 and ?8");

  private static final String INSERT_BUYER = "insert or ignore into buyer (user_id) values (?)";

  /** In the order of the values; the user is the thirteenth. */
  private static final String INSERT =
      """
      insert into booking (
        status, places, standing, allowances, expires_at, confirmed_at, cancelled_at, reason,
        expired_at, returns, id, event_id, user_id, ticket_number, quantity, hold, unit_price,
        currency, idempotency_key, booked_at, order_id, seller, contingent, guest_name,
        guest_email, event, guest_words, buyer)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        (select seq from buyer where user_id = ?13))
      """;

  private static final String FIND_BY_KEY =
      """
      select * from booking
      where buyer = (select seq from buyer where user_id = ?) and idempotency_key = ?
      """;

  /** Of no row: what is looked for under it is not found. */
  private static final long NO_EVENT = 0;

  private static String look(String allowances, String places) {
    return """
    select case
      when exists (select 1 from booking
          where buyer = (select seq from buyer where user_id = ?1) and idempotency_key = ?2)
        then 'key'
      when exists (select 1 from allowance
          where event = ?3 and buyer = (select seq from buyer where user_id = ?1)
            and allowance %s)
        then 'allowance'
      when exists (select 1 from place where event = ?3 and place %s)
        then 'place'
      when exists (select 1 from booking where event = ?3 and ticket_number = ?4)
        then 'place'
      else 'nothing'
    end as obstacle
    """
        .formatted(allowances, places);
  }

  Recording record() throws SQLException {
    Recording looked = look();
    if (looked instanceof Recording.Recorded) {
      insert();
    }
    return looked;
  }

  /** What becomes of the booking if it is inserted: recorded, when nothing is in the way. */
  Recording look() throws SQLException {
    Optional<StoredEvent> event = event();
    return switch (obstacle(event.map(StoredEvent::seq).orElse(NO_EVENT))) {
      case "key" -> new Recording.KeyUsed(existing());
      case "allowance" -> new Recording.AllowanceSpent();
      case "place" -> new Recording.PlaceTaken();
      default ->
          event.filter(seen -> BookingPolicy.admits(seen.event(), booking)).isPresent()
              ? new Recording.Recorded()
              : new Recording.NotAdmitted();
    };
  }

  /** Only where nothing is in the way. */
  void insert() throws SQLException {
    long event = event().map(StoredEvent::seq).orElseThrow();
    transaction.update(INSERT_BUYER, booking.details().userId().value());
    transaction.update(INSERT, BookingRows.insert(event, booking));
    FactRows.insert(transaction, BookingFacts.recorded(booking));
  }

  private Optional<StoredEvent> event() throws SQLException {
    return EventRows.find(transaction, booking.details().eventId());
  }

  private String obstacle(long event) throws SQLException {
    List<Integer> allowances = booking.claim().allowances().ordinals();
    List<Integer> places = booking.claim().places().ordinals();
    boolean runs = isRun(allowances) && isRun(places);
    Object[] claim =
        runs
            ? new Object[] {
              allowances.getFirst(), allowances.getLast(), places.getFirst(), places.getLast()
            }
            : new Object[] {allowances, places};
    BookingDetails details = booking.details();
    Object[] known = {
      details.userId().value(), details.key().value(), event, details.ticketNumber().value()
    };
    return transaction
        .first(
            runs ? LOOK_AT_RUNS : LOOK,
            row -> row.text("obstacle"),
            BookingRows.concat(known, claim))
        .orElseThrow();
  }

  private static boolean isRun(List<Integer> ascending) {
    return ascending.getLast() - ascending.getFirst() == ascending.size() - 1;
  }

  private Booking existing() throws SQLException {
    BookingDetails details = booking.details();
    return transaction
        .first(FIND_BY_KEY, BookingRows::read, details.userId().value(), details.key().value())
        .orElseThrow();
  }
}
