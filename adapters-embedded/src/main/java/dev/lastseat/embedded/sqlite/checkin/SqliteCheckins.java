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
import dev.lastseat.domain.stored.Values;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lists in the table {@code checkin_list}, and who was let in by them in {@code checkin}, with the
 * scans that made it so.
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
  private static final String FIND =
      "select * from checkin where booking = ? and number = ? and list = ?";
  private static final String OF_BOOKINGS =
      "select * from checkin where booking in (select value from json_each(?))";
  private static final String[] NONE = {"", "", "0"}; // list, booking and number
  private static final String ALL =
      """
      select * from checkin where (booking, number, list) > (?, ?, ?)
      order by booking, number, list limit ?
      """;

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
    Values changed = StoredTickets.changeable(after);
    return FactRows.update(
        transaction,
        CheckinFacts.scanned(before, after),
        before.isPresent()
            ? Write.update("checkin", changed, key(StoredTickets.changeable(before.get()), after))
            : Write.insert("insert or ignore into checkin", key(changed, after)));
  }

  private static Values key(Values values, Checkin checkin) {
    return values
        .with("booking", checkin.ticket().booking().value())
        .with("number", checkin.ticket().number())
        .with("list", checkin.list().value());
  }

  @Override
  public Optional<Checkin> find(CheckinListId list, TicketId ticket) {
    return database.first(
        FIND, SqliteCheckins::read, ticket.booking().value(), ticket.number(), list.value());
  }

  @Override
  public List<Checkin> of(Collection<BookingId> bookings) {
    return database.read(store -> of(store, bookings));
  }

  public static List<Checkin> of(SqlConnection store, Collection<BookingId> bookings)
      throws SQLException {
    List<String> ids = bookings.stream().map(BookingId::value).toList();
    return store.list(OF_BOOKINGS, SqliteCheckins::read, ids);
  }

  private static Checkin read(Row row) {
    BookingId booking = row.text("booking", BookingId::new);
    return StoredTickets.checkin(new TicketId(booking, row.integer("number")), row);
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
    String[] last = after.map(it -> it.id().split("\\.", 3)).orElse(NONE);
    long number = Long.parseLong(last[2]);
    return database.scan(
        store -> store.list(ALL, SqliteCheckins::read, last[1], number, last[0], limit));
  }
}
