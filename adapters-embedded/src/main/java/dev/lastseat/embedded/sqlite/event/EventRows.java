package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.engine.Transaction.StoredEvent;
import dev.lastseat.embedded.sqlite.row.Row;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events from rows of {@code event}, and as values for them. What names sort by and venues and
 * words are found by is made here, for SQLite folds no letters but A to Z.
 */
public final class EventRows {
  static final String FIND = "select * from event where id = ? and deleted_at is null";

  private EventRows() {}

  /** The event as the writes before this one left it. */
  public static Optional<StoredEvent> find(Transaction transaction, EventId id)
      throws SQLException {
    return transaction.event(
        id,
        store ->
            store.first(
                FIND, row -> new StoredEvent(row.getLong("seq"), EventRows.read(row)), id.value()));
  }

  static Event read(ResultSet result) throws SQLException {
    Row row = new Row("event", result);
    return new Event(
        row.text("id", EventId::new),
        row.text("organiser", UserId::new),
        details(row),
        row.word("status", EventStatus.class),
        row.number("version"),
        row.time("created_at"),
        row.time("updated_at"));
  }

  private static EventDetails details(Row row) throws SQLException {
    String name = row.text("name");
    Schedule schedule = schedule(row);
    String venue = row.text("venue");
    int totalTickets = row.integer("total_tickets");
    Money price = row.money("price");
    int perUser = row.integer("max_tickets_per_user");
    Terms terms = terms(row);
    VisitorRules visitors = visitors(row);
    Contingents contingents = row.text("contingents", Contingents::parse);
    return row.sensible(
        "details",
        () ->
            new EventDetails(
                name, schedule, venue, totalTickets, price, perUser, terms, visitors, contingents));
  }

  private static Schedule schedule(Row row) throws SQLException {
    Instant begins = row.time("date");
    ZoneId zone = row.text("time_zone", Schedule::zone);
    Optional<Instant> doors = row.optionalTime("doors_at");
    Optional<Instant> ends = row.optionalTime("ends_at");
    Optional<Instant> salesFrom = row.optionalTime("sales_from");
    Optional<Instant> salesUntil = row.optionalTime("sales_until");
    Optional<Instant> publishAt = row.optionalTime("publish_at");
    return row.sensible(
        "date", () -> new Schedule(begins, zone, doors, ends, salesFrom, salesUntil, publishAt));
  }

  private static Terms terms(Row row) throws SQLException {
    Optional<ConfirmedBy> confirmedBy = row.optionalText("confirmed_by", ConfirmedBy::of);
    Optional<Duration> holdTtl = row.optionalNumber("hold_ttl").map(Duration::ofSeconds);
    Optional<Instant> refundableUntil = row.optionalTime("refundable_until");
    Currency currency = row.text("currency", Money::currency);
    Optional<ReturnFee> returnFee =
        row.optionalText("return_fee", text -> ReturnFee.parse(text, currency));
    return row.sensible(
        "hold_ttl", () -> new Terms(confirmedBy, holdTtl, refundableUntil, returnFee));
  }

  private static VisitorRules visitors(Row row) throws SQLException {
    Optional<Instant> until = row.optionalTime("visitors_until");
    return row.text("questions", text -> VisitorRules.of(until, Optional.of(text)));
  }

  /** In the order of {@link SqliteEvents}; who adds and who updates ends with the id. */
  public static @Nullable Object[] values(Event event) {
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    return new @Nullable Object[] {
      details.name(),
      details.sortKey(),
      schedule.begins(),
      schedule.day().toEpochDay(),
      schedule.zone().getId(),
      schedule.doors(),
      schedule.ends(),
      schedule.salesFrom(),
      schedule.salesUntil(),
      schedule.publishAt(),
      details.venue(),
      details.venueKey(),
      Words.text(details.words()),
      details.totalTickets(),
      details.price().minorUnits(),
      details.price().currency().getCurrencyCode(),
      details.price().tenThousandths(),
      details.maxTicketsPerUser(),
      details.terms().confirmedBy().map(ConfirmedBy::word),
      details.terms().holdTtl().map(Duration::toSeconds),
      details.terms().refundableUntil(),
      details.terms().returnFee().map(ReturnFee::text),
      details.visitors().until(),
      details.visitors().questionText(),
      details.contingents().text(),
      event.status().word(),
      event.version(),
      event.createdAt(),
      event.updatedAt(),
      event.organiser().value(),
      event.id().value()
    };
  }
}
