package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.CuttingProxy.Fate;
import dev.lastseat.mongo.engine.Wire;
import dev.lastseat.mongo.event.EventChanges;
import dev.lastseat.mongo.event.MongoEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bookings whose process ended before it judged them, and how they are told from those that were
 * answered before their event changed, wherever the change of it was cut short.
 */
class UnjudgedBookingsTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TickingClock.START;
  private static final Update UPDATED = new Update.Updated();

  /** Who has lost every connection need not look for another for long. */
  private static final String SOON = "&serverSelectionTimeoutMS=200&timeoutMS=1000";

  /** More writes than one change of an event needs. */
  private static final int MANY = 10;

  private Stores stores;
  private Event event;
  private ABooking wanted;

  @BeforeEach
  void open() {
    stores = STORE.empty().stores();
    event = AnEvent.published("event-1").event();
    stores.events().add(event);
    wanted = ABooking.of(event.id(), 1);
  }

  @Test
  void a_booking_that_nobody_judged_does_not_stand_at_a_price_that_was_over_when_it_was_stored() {
    stores.events().update(dearer());
    storeUnjudged();

    STORE.relayFacts(NOW);

    assertThat(isThere()).isFalse();
    assertThat(stores.bookings().find(event.id(), wanted.user(), wanted.key())).isEmpty();
    assertThat(STORE.underway(wanted.confirmed().id())).isEmpty();
  }

  @Test
  void whoever_asks_for_such_a_booking_by_its_key_before_that_does_not_find_it_either() {
    stores.events().update(dearer());
    storeUnjudged();

    assertThat(stores.bookings().find(event.id(), wanted.user(), wanted.key())).isEmpty();

    assertThat(isThere()).isFalse();
  }

  @Test
  void a_booking_that_nobody_judged_stands_when_it_was_stored_before_its_price_was_over() {
    storeUnjudged();
    stores.events().update(dearer());

    STORE.relayFacts(NOW);

    assertThat(isThere()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
  void what_was_answered_stands_wherever_a_change_of_its_event_is_cut_short(Fate end) {
    boolean whole = false;
    int writes = 0;
    for (; !whole; writes++) {
      assertThat(writes).as("writes").isLessThan(MANY);
      open();
      record();

      whole = changed(until(writes, end), SOON);
      STORE.relayFacts(NOW);

      assertThat(isThere()).isTrue();
      Event present = stores.events().find(event.id()).orElseThrow();
      assertThat(stores.events().update(dearer(present))).isEqualTo(UPDATED);
      STORE.relayFacts(NOW);
      assertThat(isThere()).isTrue();
    }
    assertThat(writes).as("runs, of which the last was whole").isGreaterThan(3);
  }

  @Test
  void what_is_answered_before_any_write_of_a_change_of_its_event_stands() {
    boolean happened = true;
    int writes = 0;
    for (; happened; writes++) {
      assertThat(writes).as("writes").isLessThan(MANY);
      open();
      storeAnother();
      AtomicInteger left = new AtomicInteger(writes);

      boolean changed = changed(before(left, this::record));
      happened = left.get() < 0;
      STORE.relayFacts(NOW);

      assertThat(changed).isTrue();
      assertThat(isThere()).isEqualTo(happened);
    }
    assertThat(writes).as("runs, in the last of which nothing happened").isGreaterThan(3);
  }

  @Test
  void a_change_that_was_forgotten_before_it_was_written_is_not_written() {
    storeAnother();
    AtomicInteger left = new AtomicInteger(2);

    assertThat(changed(before(left, () -> finish(Duration.ofMinutes(1))))).isFalse();

    assertThat(left).as("writes after that").hasNegativeValue();
    assertThat(stores.events().find(event.id())).contains(event);
  }

  @Test
  void a_change_that_was_cut_short_is_forgotten_after_a_while() {
    changed(until(1, Fate.CUT_BEFORE), SOON);
    assertThat(isChanging()).isTrue();

    finish(Duration.ZERO);
    assertThat(isChanging()).isTrue();

    finish(Duration.ofMinutes(1));
    assertThat(isChanging()).isFalse();
    assertThat(stores.events().find(event.id())).contains(event);
  }

  private Event dearer() {
    return dearer(event);
  }

  private static Event dearer(Event from) {
    Money price = from.details().price();
    Money dearer = new Money(price.minorUnits() + 100, price.currency());
    return from.change(EventChange.of(from.details()).price(dearer).details(), NOW);
  }

  /** As sweepers do then. */
  private static void finish(Duration later) {
    new EventChanges(STORE.db()).finish(Instant.now().plus(later));
  }

  private void record() {
    assertThat(stores.bookings().record(wanted.confirmed())).isEqualTo(new Recording.Recorded());
  }

  /** As a process does that ends before it judges it. */
  private void storeUnjudged() {
    STORE.db().bookings().insertOne(BookingDocuments.toDocument(wanted.confirmed()));
  }

  /** So that a change has one to keep. */
  private void storeAnother() {
    Booking.Live other = ABooking.of(event.id(), 9).confirmed();
    STORE.db().bookings().insertOne(BookingDocuments.toDocument(other));
  }

  private boolean isThere() {
    return stores.bookings().find(wanted.confirmed().id()).isPresent();
  }

  private boolean isChanging() {
    return STORE.db().hasAny(STORE.db().events(), exists("changing"));
  }

  /** Whether a process got its change of the event through. */
  private boolean changed(Function<Wire, Fate> fates, String... options) {
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy, options)) {
      proxy.decide(fates);
      return new MongoEvents(STORE.by(client)).update(dearer()).equals(UPDATED);
    } catch (StoreUnavailable ended) {
      return false;
    }
  }

  private static Function<Wire, Fate> until(int writes, Fate end) {
    AtomicInteger left = new AtomicInteger(writes);
    return message -> {
      boolean over = left.get() < 0 || (message.isWrite() && left.getAndDecrement() == 0);
      return over ? end : Fate.PASS;
    };
  }

  private static Function<Wire, Fate> before(AtomicInteger writes, Runnable work) {
    return message -> {
      if (message.isWrite() && writes.getAndDecrement() == 0) {
        work.run();
      }
      return Fate.PASS;
    };
  }
}
