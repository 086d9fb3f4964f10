package dev.lastseat.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.mongo.checkin.MongoCheckins;
import dev.lastseat.mongo.payment.MongoPayments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that nobody here wrote. */
class CorruptDocumentsTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private Stores stores;
  private Event event;

  @BeforeEach
  void open() {
    stores = STORE.empty().stores();
    event = AnEvent.published("event-1").event();
    stores.events().add(event);
  }

  @Test
  void an_unknown_status_is_told_with_collection_id_and_field_and_hides_no_other_booking() {
    Booking.Live sane = sold(1);
    Booking.Live broken = sold(2);
    spoil(broken, Updates.set("status", "lost"));

    assertThatThrownBy(() -> stores.bookings().find(broken.id()))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageContainingAll("bookings", broken.id().value(), "status");
    assertThat(stores.bookings().search(all(), Instant.EPOCH).items()).containsExactly(sane);
  }

  @Test
  void a_scan_that_makes_no_sense_is_told_with_the_ticket_and_the_list() {
    Checkins checkins = new MongoCheckins(STORE.db());
    CheckinListId list = new CheckinListId("gate");
    TicketId ticket = new TicketId(sold(1).id(), 1);
    Scan scan = new Scan(Scan.Kind.ENTRY, "1", Instant.EPOCH, "user:ada", Optional.empty());
    checkins.change(Optional.empty(), Checkin.first(list, ticket, scan));
    STORE.db().checkins().updateOne(Filters.empty(), Updates.set("scans", "lost"));

    assertThatThrownBy(() -> checkins.find(list, ticket))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageStartingWith(
            "checkins '%s' has a bad scans".formatted(StreamId.of(list, ticket).id()));
  }

  @Test
  void a_payment_that_makes_no_sense_is_told_of_by_the_list_that_leaves_it_out() {
    MongoPayments payments = new MongoPayments(STORE.db());
    ProviderEvent taken =
        new ProviderEvent.Moved(
            new PaymentId("bank", "one"),
            ProviderState.CAPTURED,
            new Money(5_000, Money.currency("EUR")),
            Optional.empty());
    payments.add(Payment.first(taken, Instant.EPOCH));
    TestStore.spoil(STORE.db().payments(), "bank:one", Updates.set("refunds", "?"));

    Page<Payment> page =
        payments.search(
            new PaymentQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.FIRST));

    assertThat(page.items()).isEmpty();
    assertThat(page.leftOut())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("payments 'bank:one' has a bad refunds");
  }

  @Test
  void a_missing_field_and_one_of_another_type_are_told_too() {
    Booking.Live missing = sold(1);
    spoil(missing, Updates.unset("bookingDate"));
    Booking.Live mistyped = sold(2);
    spoil(mistyped, Updates.set("quantity", "two"));

    assertThatThrownBy(() -> stores.bookings().find(missing.id()))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageContainingAll("bookingDate", "missing");
    assertThatThrownBy(() -> stores.bookings().find(mistyped.id()))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageContainingAll("quantity", "String");
  }

  @Test
  void an_event_without_a_name_hides_no_other_event() {
    Event broken = AnEvent.published("event-2").event();
    stores.events().add(broken);
    TestStore.spoil(STORE.db().events(), broken.id().value(), Updates.unset("name"));

    assertThat(stores.events().search(AnEventQuery.all().query()).items()).containsExactly(event);
    assertThat(stores.events().findAll(List.of(broken.id(), event.id())))
        .isEqualTo(Map.of(event.id(), event));
    assertThatThrownBy(() -> stores.events().find(broken.id()))
        .isInstanceOf(CorruptDocument.class)
        .hasMessageContainingAll("events", "event-2", "name");
  }

  private Booking.Live sold(int place) {
    Booking.Live booking = ABooking.of(event.id(), place).confirmed();
    stores.bookings().record(booking);
    return booking;
  }

  private static void spoil(Booking booking, Bson change) {
    TestStore.spoil(STORE.db().bookings(), booking.id().value(), change);
  }

  private static BookingQuery all() {
    return new BookingQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new PageRequest.Numbered(1, 10));
  }
}
