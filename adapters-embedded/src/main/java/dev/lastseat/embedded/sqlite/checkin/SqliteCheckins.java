package dev.lastseat.embedded.sqlite.checkin;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lists in the table {@code checkin_list}, and who was let in by them in {@code checkin}, with its
 * scans.
 */
public record SqliteCheckins(Database database) implements Checkins {
  private static final String FIND_LIST = "select * from checkin_list where id = ?";
  private static final String LISTS =
      "select * from checkin_list where event_id = ? order by created_at, id";
  private static final String STANDS =
      "select count(*) from booking where id = ? and status = 'confirmed' and places = ?";
  private static final String REFUSE =
      """
      insert into checkin_refusal (list, position, at, actor, device, reason, ticket)
      select ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4, ?5, ?6
      from checkin_refusal where list = ?1
      """;
  private static final String FORGET_REFUSED =
      """
      delete from checkin_refusal where list = ?1
        and position <= (select max(position) from checkin_refusal where list = ?1) - ?2
      """;
  private static final String REFUSED =
      "select * from checkin_refusal where list = ? order by position desc";
  private static final String INSIDE = "select count(*) from checkin where list = ? and inside";

  @Override
  public void add(CheckinList list) {
    database.write(
        transaction -> {
          FactRows.insert(transaction, CheckinFacts.listed(list));
          return Write.insert("insert into checkin_list", StoredTickets.values(list))
              .in(transaction);
        });
  }

  @Override
  public Optional<CheckinList> find(CheckinListId id) {
    return database.first(FIND_LIST, StoredTickets::checkinList, id.value());
  }

  @Override
  public List<CheckinList> listsOf(EventId event) {
    return database.list(LISTS, StoredTickets::checkinList, event.value());
  }

  @Override
  public boolean change(Optional<Checkin> before, Checkin after) {
    return database.write(transaction -> change(transaction, before, after));
  }

  @Override
  public boolean letPass(Optional<Checkin> before, Checkin after, Booking.Confirmed seen) {
    return database.write(
        transaction ->
            stands(transaction.connection(), seen) && change(transaction, before, after));
  }

  @Override
  public boolean stillCounts(Checkin written, Booking.Confirmed seen) {
    return database.read(store -> stands(store, seen));
  }

  private static boolean stands(SqlConnection store, Booking.Confirmed seen) throws SQLException {
    return store.number(STANDS, seen.id().value(), seen.claim().places().ordinals()) == 1;
  }

  private static boolean change(Transaction transaction, Optional<Checkin> before, Checkin after)
      throws SQLException {
    boolean asRead =
        before.equals(ScanRows.find(transaction.connection(), after.list(), after.ticket()));
    if (asRead) {
      ScanRows.add(transaction, after);
      FactRows.insert(transaction, CheckinFacts.scanned(before, after));
    }
    return asRead;
  }

  @Override
  public Optional<Checkin> find(CheckinListId list, TicketId ticket) {
    return database.read(store -> ScanRows.find(store, list, ticket));
  }

  @Override
  public List<Checkin> of(Collection<BookingId> bookings) {
    return database.read(store -> ScanRows.of(store, bookings));
  }

  @Override
  public void refuse(CheckinListId list, RefusedScan scan) {
    database.write(
        transaction -> {
          transaction.update(
              REFUSE,
              list.value(),
              scan.at(),
              scan.by(),
              scan.device(),
              scan.reason(),
              scan.ticket().map(TicketId::text));
          return transaction.update(FORGET_REFUSED, list.value(), RefusedScan.MAX_PER_LIST);
        });
  }

  @Override
  public List<RefusedScan> refused(CheckinListId list) {
    return database.list(REFUSED, row -> StoredTickets.refused(row, "actor"), list.value());
  }

  @Override
  public long inside(CheckinListId list) {
    return database.number(INSIDE, list.value());
  }

  @Override
  public List<Checkin> all(Optional<StreamId> after, int limit) {
    return database.scan(store -> ScanRows.after(store, after, limit));
  }
}
