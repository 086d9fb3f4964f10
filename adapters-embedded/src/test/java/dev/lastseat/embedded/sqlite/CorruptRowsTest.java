package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.ASession;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.embedded.sqlite.audit.SqliteSealedTree;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.booking.SqliteOrders;
import dev.lastseat.embedded.sqlite.checkin.SqliteCheckins;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import dev.lastseat.embedded.sqlite.passkey.SqlitePasskeys;
import dev.lastseat.embedded.sqlite.payment.SqlitePayments;
import dev.lastseat.embedded.sqlite.user.SqliteSessions;
import dev.lastseat.embedded.sqlite.user.SqliteUsers;
import dev.lastseat.embedded.sqlite.webhook.SqliteWebhooks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that somebody has changed by hand, past every check. */
class CorruptRowsTest {
  private static final Event EVENT = AnEvent.published("event-1").event();
  private static final User ADA = AUser.named("ada");

  private final Booking.Pending held = ABooking.of(EVENT.id(), 1, 2).pending();
  private final Booking.Pending sound = ABooking.of(EVENT.id(), 3).pending();

  @TempDir Path folder;
  private Database database;
  private SqliteEvents events;
  private SqliteBookings bookings;
  private SqliteUsers users;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
    events = new SqliteEvents(database);
    bookings = new SqliteBookings(database);
    users = new SqliteUsers(database);
    events.add(EVENT);
    bookings.record(held);
    bookings.record(sound);
    users.add(ADA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "status, 'lost'",
        "ticket_number, '7K3M'",
        "quantity, 0",
        "quantity, 9000000000",
        "unit_price, -1",
        "currency, 'coins'",
        "idempotency_key, 'a key'",
        "places, \"'[1,1]'\"",
        "places, '1 and 2'",
        "places, null",
        "allowances, '[1]'",
        "expires_at, null",
        "order_id, 'no order'",
      })
  void a_booking_that_makes_no_sense_is_named_with_its_field(String field, String value) {
    corrupt("booking", held.id().value(), field, value);

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> bookings.find(held.id()))
        .withMessageStartingWith("booking '" + held.id().value() + "' has a bad " + field);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"status, 'lost'", "total_tickets, 9000000000", "price, -1", "currency, 'coins'"})
  void an_event_that_makes_no_sense_is_named_with_its_field(String field, String value) {
    corrupt("event", EVENT.id().value(), field, value);

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> events.find(EVENT.id()))
        .withMessageStartingWith("event 'event-1' has a bad " + field);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"role, 'king'", "email, 'nobody'", "name, ' '"})
  void a_user_that_makes_no_sense_is_named_with_its_field(String field, String value) {
    corrupt("user", ADA.id().value(), field, value);

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> users.find(ADA.id()))
        .withMessageStartingWith("user 'ada' has a bad " + field);
  }

  @Test
  void a_session_that_makes_no_sense_is_named_with_its_field() {
    SqliteSessions sessions = new SqliteSessions(database);
    TokenHash token = new TokenHash("0a1b");
    sessions.start(ASession.of("ada", "session-1"), token);
    corrupt("session", "session-1", "user_id", "''");

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> sessions.session(token))
        .withMessageStartingWith("refresh_token '0a1b' has a bad user_id");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"public_key, '?'", "user_id, ''", "name, ' '"})
  void a_passkey_that_makes_no_sense_is_named_with_its_field(String field, String value) {
    SqlitePasskeys passkeys = new SqlitePasskeys(database);
    Passkey phone = APasskey.of(ADA.id(), "phone");
    passkeys.add(phone);
    corrupt("passkey", phone.id().value(), field, value);

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> passkeys.find(phone.id()))
        .withMessageStartingWith("passkey '" + phone.id().value() + "' has a bad " + field);
  }

  @Test
  void a_scan_that_makes_no_sense_is_named_with_its_ticket_and_its_list() {
    SqliteCheckins checkins = new SqliteCheckins(database);
    CheckinListId list = new CheckinListId("gate");
    TicketId ticket = new TicketId(held.id(), 1);
    Scan scan = new Scan(Scan.Kind.ENTRY, "1", TickingClock.START, "user:ada", Optional.empty());
    checkins.change(Optional.empty(), Checkin.first(list, ticket, scan));
    corrupt("checkin", "scans = 'lost'");

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> checkins.find(list, ticket))
        .withMessageStartingWith(
            "checkin 'booking " + held.id().value() + ", list gate, number 1' has a bad scans");
  }

  @Test
  void a_tile_that_makes_no_sense_is_named_with_its_level_and_its_position() {
    SqliteSealedTree tree = new SqliteSealedTree(database);
    database.update("insert into tile values (1, 7, '?')");

    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> tree.at(1, 7))
        .withMessageStartingWith("tile 'level 1, position 7' has a bad hashes");
  }

  @Test
  void a_payment_that_makes_no_sense_is_told_of_by_the_list_that_leaves_it_out() {
    SqlitePayments payments = new SqlitePayments(database);
    payments.add(paid("one"));
    payments.add(paid("two"));
    corrupt("payment", "bank:one", "refunds", "'?'");

    for (Optional<EventId> event : List.of(Optional.<EventId>empty(), Optional.of(EVENT.id()))) {
      var page =
          payments.search(
              new PaymentQuery(event, Optional.empty(), Optional.empty(), after(Optional.empty())));
      assertThat(page.items()).extracting(it -> it.id().text()).containsExactly("bank:two");
      assertThat(page.leftOut())
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("payment 'bank:one' has a bad refunds");
    }
  }

  private static Payment paid(String reference) {
    return Payment.first(
            new ProviderEvent.Moved(
                new PaymentId("bank", reference),
                ProviderState.CAPTURED,
                new Money(5_000, Money.currency("EUR")),
                Optional.empty()),
            TickingClock.START)
        .about(List.of(EVENT.id()));
  }

  @Test
  void a_webhook_that_makes_no_sense_keeps_no_other_from_being_told() {
    SqliteWebhooks webhooks = new SqliteWebhooks(database);
    Webhook other = AWebhook.of(ADA.id(), "other");
    webhooks.add(AWebhook.of(ADA.id(), "broken"));
    webhooks.add(other);
    corrupt("webhook", "broken", "url", "'?'");

    assertThat(webhooks.listening()).containsExactly(other);
  }

  @Test
  void an_order_that_makes_no_sense_is_named_with_its_field() {
    AnOrder order = AnOrder.of(ABooking.of(EVENT.id(), 9));
    SqliteOrders orders = new SqliteOrders(database);
    orders.record(order.order(), order.bookings());

    corrupt("booking", order.bookings().getFirst().id().value(), "order_id", "null");
    assertThatExceptionOfType(CorruptDocument.class)
        .isThrownBy(() -> orders.find(order.id()))
        .withMessageStartingWith("orders '" + order.id().value() + "' has a bad bookings");
  }

  @Test
  void a_row_that_makes_no_sense_does_not_hide_the_others_of_a_list() {
    corrupt("booking", held.id().value(), "currency", "'coins'");

    assertThat(bookings.search(everybodys(), TickingClock.START).items()).containsExactly(sound);
    assertThat(bookings.overdue(TickingClock.START.plus(Duration.ofDays(1)), 10))
        .containsExactly(sound);
  }

  @Test
  void an_event_that_makes_no_sense_is_left_out_of_those_that_bookings_remember() {
    Event other = AnEvent.published("event-2").event();
    events.add(other);
    corrupt("event", "event-1", "currency", "'coins'");

    assertThat(events.findAll(List.of(EVENT.id(), other.id())))
        .isEqualTo(Map.of(other.id(), other));
  }

  @Test
  void a_page_ends_where_it_would_if_all_rows_made_sense() {
    events.add(AnEvent.published("event-2").event());
    events.add(AnEvent.published("event-3").event());
    corrupt("event", "event-1", "currency", "'coins'");

    var first = events.search(AnEventQuery.all().page(after(Optional.empty())).query());
    assertThat(first.items()).extracting(it -> it.id().value()).containsExactly("event-2");
    var second = events.search(AnEventQuery.all().page(after(first.next())).query());
    assertThat(second.items()).extracting(it -> it.id().value()).containsExactly("event-3");
    assertThat(second.next()).isEmpty();
  }

  private static PageRequest after(Optional<Position> position) {
    return new PageRequest.After(position, 2);
  }

  private static BookingQuery everybodys() {
    return new BookingQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new PageRequest.Numbered(1, 10));
  }

  private void corrupt(String table, String id, String field, String value) {
    corrupt(table, "%s = %s where id = '%s'".formatted(field, value, id));
  }

  private void corrupt(String table, String change) {
    String script =
        """
        drop trigger booking_moves;
        drop trigger booking_trades;
        pragma ignore_check_constraints = on;
        update %s set %s;
        """
            .formatted(table, change);
    database.write(
        transaction -> {
          transaction.connection().runScript(script);
          return true;
        });
  }
}
