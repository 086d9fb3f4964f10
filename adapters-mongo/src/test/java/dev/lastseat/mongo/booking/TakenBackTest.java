package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.CuttingProxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bookings whose event changes after they were stored and before it is read. */
class TakenBackTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TickingClock.START;

  /** By then whoever was to judge a booking of now has done so, or never will. */
  private static final Instant LATER =
      NOW.plus(Connection.LONGEST_REQUEST).plus(ClockSkew.MAX).plusSeconds(1);

  private Stores direct;
  private CuttingProxy proxy;
  private TestStore.Instance instance;
  private Bookings bookings;
  private Event event;
  private ABooking wanted;

  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
    event = AnEvent.published("event-1").places(5).event();
    direct.events().add(event);
    wanted = ABooking.of(event.id(), 5);
    proxy = STORE.proxy();
    instance = STORE.instance(STORE.clientBy(proxy));
    bookings = instance.bookings();
  }

  @AfterEach
  void close() {
    instance.close();
    proxy.close();
  }

  @Test
  void a_booking_that_its_event_does_not_admit_leaves_nothing_not_even_a_used_key() {
    beforeTheEventIsRead(() -> direct.events().update(event.cancel(NOW)));

    assertThat(bookings.record(wanted.confirmed())).isEqualTo(new Recording.NotAdmitted());

    assertGone(wanted);
    direct.events().add(AnEvent.published("event-2").event());
    ABooking other = ABooking.of(new EventId("event-2"), 1).by(wanted.user()).key(wanted.key());
    assertThat(direct.bookings().record(other.confirmed())).isInstanceOf(Recording.Recorded.class);
  }

  @Test
  void a_booking_that_was_moved_meanwhile_is_taken_back_from_where_it_is() {
    beforeTheEventIsRead(() -> direct.events().update(shrunk(3)));

    assertThat(bookings.record(wanted.confirmed())).isInstanceOf(Recording.NotAdmitted.class);

    assertGone(wanted);
    assertThat(direct.bookings().freePlaces(event.id(), 3, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void a_booking_that_was_cancelled_with_its_event_meanwhile_leaves_nothing() {
    beforeTheEventIsRead(
        () -> {
          direct.events().update(event.cancel(NOW));
          direct
              .bookings()
              .liveOfCancelledEvents(10)
              .forEach(it -> direct.bookings().change(it, it.cancel(NOW, Reason.EVENT_CANCELLED)));
        });

    assertThat(bookings.record(wanted.confirmed())).isInstanceOf(Recording.NotAdmitted.class);

    assertGone(wanted);
  }

  @Test
  void a_booking_that_its_user_found_by_the_key_meanwhile_stands() {
    Booking.Live booking = wanted.confirmed();
    beforeTheEventIsRead(
        () -> {
          direct.events().update(event.cancel(NOW));
          assertThat(direct.bookings().find(event.id(), wanted.user(), wanted.key()))
              .contains(booking);
        });

    assertThat(bookings.record(booking)).isInstanceOf(Recording.Recorded.class);

    assertThat(direct.bookings().find(booking.id())).contains(booking);
    assertThat(direct.bookings().liveOfCancelledEvents(10)).containsExactly(booking);
  }

  @Test
  void a_hold_that_its_user_confirmed_meanwhile_stands() {
    Booking.Pending hold = wanted.pending();
    Booking.Confirmed confirmed = hold.confirm(NOW);
    beforeTheEventIsRead(
        () -> {
          assertThat(direct.bookings().change(hold, confirmed)).isTrue();
          direct.events().update(event.cancel(NOW));
        });

    assertThat(bookings.record(hold)).isInstanceOf(Recording.Recorded.class);

    assertThat(direct.bookings().find(hold.id())).contains(confirmed);
  }

  @Test
  void nobody_is_told_of_a_booking_that_is_taken_back() {
    beforeTheEventIsRead(
        () -> {
          direct.events().update(event.cancel(NOW));
          STORE.relayFacts(NOW);
        });

    assertThat(bookings.record(wanted.confirmed())).isInstanceOf(Recording.NotAdmitted.class);

    STORE.relayFacts(LATER);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_booking_that_others_were_told_of_meanwhile_stands() {
    Booking.Live booking = wanted.confirmed();
    beforeTheEventIsRead(
        () -> {
          STORE.relayFacts(NOW);
          direct.events().update(event.cancel(NOW));
        });

    assertThat(bookings.record(booking)).isInstanceOf(Recording.Recorded.class);

    assertThat(told()).containsExactly("booking.confirmed");
    assertThat(direct.bookings().find(booking.id())).contains(booking);
  }

  @Test
  void a_booking_whose_event_changed_after_it_was_judged_is_told_once_it_can_be_told_apart() {
    assertThat(bookings.record(wanted.confirmed())).isInstanceOf(Recording.Recorded.class);
    direct.events().update(event.cancel(NOW));

    STORE.relayFacts(NOW);
    assertThat(told()).isEmpty();
    assertThat(STORE.underway(wanted.confirmed().id()))
        .extracting(Fact::kind)
        .containsExactly("booking.confirmed");

    STORE.relayFacts(LATER);
    assertThat(told()).containsExactly("booking.confirmed");
    assertThat(STORE.underway(wanted.confirmed().id())).isEmpty();
  }

  @Test
  void a_booking_that_its_user_ended_waits_for_nothing() {
    Booking.Pending hold = wanted.pending();
    assertThat(bookings.record(hold)).isInstanceOf(Recording.Recorded.class);
    direct.bookings().change(hold, hold.cancel(NOW, Reason.NOT_GIVEN));
    direct.events().update(event.cancel(NOW));

    STORE.relayFacts(NOW);

    assertThat(told()).containsExactly("booking.held", "booking.cancelled");
  }

  @Test
  void many_bookings_that_wait_keep_no_other_from_being_told() {
    Event other = AnEvent.published("event-2").event();
    direct.events().add(other);
    List<Document> waiting =
        IntStream.rangeClosed(1, 600)
            .mapToObj(place -> ABooking.of(event.id(), place).confirmed())
            .map(BookingDocuments::toDocument)
            .toList();
    STORE.db().bookings().insertMany(waiting);
    Booking.Confirmed sold = ABooking.of(other.id(), 1).at(NOW.plusSeconds(1)).confirmed();
    direct.bookings().record(sold);

    STORE.relayFacts(NOW);

    assertThat(STORE.facts().of(StreamId.of(sold.id()))).hasSize(1);
  }

  private List<String> told() {
    return STORE.facts().of(StreamId.of(wanted.confirmed().id())).stream()
        .map(it -> it.fact().kind())
        .toList();
  }

  private void assertGone(ABooking booking) {
    assertThat(direct.bookings().find(booking.confirmed().id())).isEmpty();
    assertThat(direct.bookings().find(event.id(), booking.user(), booking.key())).isEmpty();
  }

  private Event shrunk(int places) {
    return event.change(EventChange.of(event.details()).places(places).details(), NOW);
  }

  /** Once, after the booking was stored. */
  private void beforeTheEventIsRead(Runnable change) {
    AtomicBoolean done = new AtomicBoolean();
    proxy.decide(
        message -> {
          if (message.command().equals("find") && !done.getAndSet(true)) {
            change.run();
          }
          return CuttingProxy.Fate.PASS;
        });
  }
}
