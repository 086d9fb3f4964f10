package dev.lastseat.embedded.sqlite.ticket;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredTickets;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.PageQuery.Order;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tickets in the table {@code ticket}. */
public record SqliteTickets(Database database) implements Tickets {
  private static final String FIND = "select * from ticket where booking = ? and number = ?";
  private static final String OF_BOOKINGS =
      "select * from ticket where booking in (select value from json_each(?))";
  private static final Order BY_BOOKING = new Order("booking", true, true, "number");
  private static final String ALL =
      "select * from ticket where (booking, number) > (?, ?) order by booking, number limit ?";

  @Override
  public TicketRevision reissue(TicketId ticket, EventId event, Instant at) {
    return database.write(
        transaction ->
            change(
                transaction,
                known(transaction, ticket, event),
                TicketRevision::next,
                next -> TicketFacts.reissued(next, at)));
  }

  @Override
  public TicketRevision name(
      TicketId ticket, EventId event, Optional<Visitor> visitor, Instant at) {
    return database.write(
        transaction ->
            change(
                transaction,
                known(transaction, ticket, event),
                before -> before.named(visitor),
                next -> TicketFacts.named(next, at)));
  }

  @Override
  public void forgetVisitors(BookingId booking, Instant at) {
    database.write(
        transaction -> {
          for (TicketRevision known :
              transaction.list(OF_BOOKINGS, SqliteTickets::read, List.of(booking.value()))) {
            change(
                transaction, known, TicketRevision::forgotten, next -> TicketFacts.named(next, at));
          }
          return booking;
        });
  }

  private static TicketRevision known(Transaction transaction, TicketId ticket, EventId event)
      throws SQLException {
    return transaction
        .first(FIND, SqliteTickets::read, ticket.booking().value(), ticket.number())
        .orElseGet(() -> TicketRevision.sold(ticket, event));
  }

  private static TicketRevision change(
      Transaction transaction,
      TicketRevision before,
      UnaryOperator<TicketRevision> change,
      Function<TicketRevision, Change> fact)
      throws SQLException {
    TicketRevision next = change.apply(before);
    if (!next.equals(before)) {
      put(next).in(transaction);
      FactRows.insert(transaction, fact.apply(next));
    }
    return next;
  }

  @Override
  public Page<TicketRevision> naming(Email visitor, PageRequest page) {
    return database.read(page(visitor, page));
  }

  public static PageQuery<TicketRevision> page(Email visitor, PageRequest page) {
    Conditions wanted = Conditions.NONE.and("visitor_email = ?", visitor.value());
    return new PageQuery<>("ticket", BY_BOOKING, List.of(wanted), page, SqliteTickets::read);
  }

  @Override
  public List<TicketRevision> changed(Collection<BookingId> bookings) {
    List<String> ids = bookings.stream().map(BookingId::value).toList();
    return database.list(OF_BOOKINGS, SqliteTickets::read, ids);
  }

  private static Write put(TicketRevision ticket) {
    return Write.insert(
        "insert or replace into ticket",
        StoredTickets.changeable(ticket)
            .with("booking", ticket.ticket().booking().value())
            .with("number", ticket.ticket().number())
            .with("eventId", ticket.event().value()));
  }

  @Override
  public List<StreamId> streams(Optional<StreamId> after, int limit) {
    Optional<TicketId> last = after.map(it -> TicketId.parse(it.id()));
    String booking = last.map(it -> it.booking().value()).orElse("");
    int number = last.map(TicketId::number).orElse(0);
    return database.scan(
        store -> store.list(ALL, row -> StreamId.of(id(row)), booking, number, limit));
  }

  private static TicketRevision read(Row row) {
    return StoredTickets.ticket(id(row), row);
  }

  private static TicketId id(Row row) {
    BookingId booking = row.text("booking", BookingId::new);
    return row.number("number", number -> new TicketId(booking, Math.toIntExact(number)));
  }
}
