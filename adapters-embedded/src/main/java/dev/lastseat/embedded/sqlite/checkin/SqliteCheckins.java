package dev.lastseat.embedded.sqlite.checkin;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lists in the table {@code checkin_list}, and who was let in by them in {@code checkin}, with its
 * scans.
 */
public record SqliteCheckins(Database database) implements Checkins {
  private static final String ADD =
      """
      insert into checkin_list (id, event_id, name, valid_from, valid_until, reentry, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND_LIST = "select * from checkin_list where id = ?";
  private static final String LISTS =
      "select * from checkin_list where event_id = ? order by created_at, id";
  private static final String STANDS =
      "select count(*) from booking where id = ? and status = 'confirmed' and places = ?";
  private static final String PUT =
      """
      insert into checkin (list, booking, number, inside) values (?, ?, ?, ?)
      on conflict do update set inside = excluded.inside
      """;
  private static final String OF_TICKET = " where list = ? and booking = ? and number = ?";
  private static final String ADD_SCAN =
      """
      insert into checkin_scan (list, booking, number, position, kind, nonce, at, actor, device)
      select ?1, ?2, ?3, coalesce(max(position), 0) + 1, ?4, ?5, ?6, ?7, ?8
      from checkin_scan where list = ?1 and booking = ?2 and number = ?3
      """;
  private static final String FORGET_SCANS =
      """
      delete from checkin_scan where list = ?1 and booking = ?2 and number = ?3
        and position <= (
          select max(position) from checkin_scan
          where list = ?1 and booking = ?2 and number = ?3) - ?4
      """;
  private static final String SCANS =
      "select * from checkin_scan" + OF_TICKET + " order by position";
  private static final String OF_BOOKINGS =
      """
      select * from checkin_scan where booking in (select value from json_each(?))
      order by booking, number, list, position
      """;
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
  private static final String[] NONE = {"", "", "0"}; // list, booking and number
  private static final String ALL =
      """
      select * from checkin_scan where (booking, number, list) in (
        select booking, number, list from checkin where (booking, number, list) > (?, ?, ?)
        order by booking, number, list limit ?)
      order by booking, number, list, position
      """;

  @Override
  public void add(CheckinList list) {
    database.write(
        transaction -> {
          FactRows.insert(transaction, CheckinFacts.listed(list));
          return transaction.update(
              ADD,
              list.id().value(),
              list.event().value(),
              list.name(),
              list.validFrom(),
              list.validUntil(),
              list.reentry(),
              list.createdAt());
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
  public boolean letIn(Optional<Checkin> before, Checkin after, Booking.Confirmed seen) {
    List<Integer> places = seen.claim().places().ordinals();
    return database.write(
        transaction ->
            transaction.connection().number(STANDS, seen.id().value(), places) == 1
                && change(transaction, before, after));
  }

  private static boolean change(Transaction transaction, Optional<Checkin> before, Checkin after)
      throws SQLException {
    boolean asRead =
        before.equals(standing(transaction.connection(), after.list(), after.ticket()));
    if (asRead) {
      put(transaction, after);
      FactRows.insert(transaction, CheckinFacts.scanned(before, after));
    }
    return asRead;
  }

  private static void put(Transaction transaction, Checkin checkin) throws SQLException {
    String list = checkin.list().value();
    String booking = checkin.ticket().booking().value();
    int number = checkin.ticket().number();
    Scan scan = checkin.latest();
    transaction.update(PUT, list, booking, number, checkin.isInside());
    transaction.update(
        ADD_SCAN,
        list,
        booking,
        number,
        scan.kind().word(),
        scan.nonce(),
        scan.at(),
        scan.by(),
        scan.device());
    transaction.update(FORGET_SCANS, list, booking, number, Checkin.MAX_SCANS);
  }

  @Override
  public Optional<Checkin> find(CheckinListId list, TicketId ticket) {
    return database.read(store -> standing(store, list, ticket));
  }

  private static Optional<Checkin> standing(
      SqlConnection store, CheckinListId list, TicketId ticket) throws SQLException {
    List<Scan> scans =
        store.list(
            SCANS, SqliteCheckins::scan, list.value(), ticket.booking().value(), ticket.number());
    return scans.isEmpty() ? Optional.empty() : Optional.of(new Checkin(list, ticket, scans));
  }

  @Override
  public List<Checkin> of(Collection<BookingId> bookings) {
    return database.read(store -> of(store, bookings));
  }

  /** The same within a transaction. */
  public static List<Checkin> of(SqlConnection store, Collection<BookingId> bookings)
      throws SQLException {
    List<String> ids = bookings.stream().map(BookingId::value).toList();
    return checkins(store.list(OF_BOOKINGS, ScanOf::read, ids));
  }

  private static List<Checkin> checkins(List<ScanOf> scans) {
    return scans.stream()
        .collect(
            Collectors.groupingBy(
                ScanOf::checkin,
                LinkedHashMap::new,
                Collectors.mapping(ScanOf::scan, Collectors.toList())))
        .entrySet()
        .stream()
        .map(it -> new Checkin(it.getKey().list(), it.getKey().ticket(), it.getValue()))
        .toList();
  }

  /** A scan, and whose it is. */
  private record ScanOf(Key checkin, Scan scan) {
    record Key(CheckinListId list, TicketId ticket) {}

    static ScanOf read(Row row) {
      BookingId booking = row.text("booking", BookingId::new);
      return new ScanOf(
          new Key(
              row.text("list", CheckinListId::new), new TicketId(booking, row.integer("number"))),
          SqliteCheckins.scan(row));
    }
  }

  private static Scan scan(Row row) {
    return StoredTickets.scan(row, "actor");
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
    return checkins(
        database.scan(store -> store.list(ALL, ScanOf::read, last[1], number, last[0], limit)));
  }
}
