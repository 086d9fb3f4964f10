package dev.lastseat.embedded.sqlite.checkin;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who was let in, in the table {@code checkin}, and the scans that made it so, in {@code
 * checkin_scan}.
 */
public final class ScanRows {
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
  private static final String[] NONE = {"", "", "0"}; // list, booking and number
  private static final String ALL =
      """
      select * from checkin_scan where (booking, number, list) in (
        select booking, number, list from checkin where (booking, number, list) > (?, ?, ?)
        order by booking, number, list limit ?)
      order by booking, number, list, position
      """;

  private ScanRows() {}

  /** The latest scan of somebody, who was let in by the others. */
  static void add(Transaction transaction, Checkin checkin) throws SQLException {
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

  static Optional<Checkin> find(SqlConnection store, CheckinListId list, TicketId ticket)
      throws SQLException {
    List<Scan> scans =
        store.list(SCANS, ScanRows::scan, list.value(), ticket.booking().value(), ticket.number());
    return scans.isEmpty() ? Optional.empty() : Optional.of(new Checkin(list, ticket, scans));
  }

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
          ScanRows.scan(row));
    }
  }

  private static Scan scan(Row row) {
    return StoredTickets.scan(row, "actor");
  }

  /** So many of all, in the order of tickets and lists. */
  static List<Checkin> after(SqlConnection store, Optional<StreamId> after, int limit)
      throws SQLException {
    String[] last = after.map(it -> it.id().split("\\.", 3)).orElse(NONE);
    long number = Long.parseLong(last[2]);
    return checkins(store.list(ALL, ScanOf::read, last[1], number, last[0], limit));
  }
}
