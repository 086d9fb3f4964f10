package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Holds: how they are made longer, which are overdue, and what is left of those that expired. */
record Holds(Database database) {
  private static final String EXTEND =
      """
      update booking set expires_at = ? where id = ? and status = 'pending' and expires_at = ?
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

  int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return database
        .writeAll(
            holds,
            (transaction, hold) ->
                FactRows.update(
                    transaction,
                    BookingFacts.extended(hold.id(), end, now),
                    EXTEND,
                    end,
                    hold.id().value(),
                    hold.expiresAt()))
        .size();
  }

  List<Booking.Pending> overdue(Instant now, int limit) {
    return BookingRows.scan(database, Booking.Pending.class, OVERDUE, now, limit);
  }

  List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return BookingRows.scan(
        database, Booking.Pending.class, OVERDUE_OF_EVENT, event.value(), now, limit);
  }

  List<Instant> expired(EventId event, UserId user, Instant bookedSince, int limit) {
    return database.list(
        EXPIRED_HOLDS,
        row -> row.time("expiredAt"),
        event.value(),
        user.value(),
        bookedSince,
        limit);
  }

  int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    List<String> ids = database.list(EXPIRED, row -> row.text("id"), end, limit);
    before.accept(ids.stream().map(BookingId::new).toList());
    return ids.isEmpty() ? 0 : database.update(FORGET, ids);
  }
}
