package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.CuttingProxy.Fate;
import dev.lastseat.mongo.engine.Wire;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are cut around an insert, so that its answer never comes. */
class LostConnectionsTest {
  private static final int BOOKINGS = 40;

  @RegisterExtension static final TestStore STORE = new TestStore();

  private final AtomicInteger inserts = new AtomicInteger();
  private Stores direct;
  private CuttingProxy proxy;
  private TestStore.Instance instance;
  private Bookings bookings;
  private Event event;

  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
    event = AnEvent.published("event-1").places(BOOKINGS).event();
    direct.events().add(event);
    proxy = STORE.proxy();
    connect();
  }

  private void connect(String... options) {
    instance = STORE.instance(STORE.clientBy(proxy, options));
    bookings = instance.bookings();
  }

  @AfterEach
  void close() {
    instance.close();
    proxy.close();
  }

  /** The second half of the places is taken; whoever wants one of the first half gets it. */
  @ParameterizedTest
  @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
  void every_booking_of_a_batch_that_was_cut_gets_its_true_outcome_and_none_is_stored_twice(
      Fate fate) {
    for (int place = BOOKINGS / 2 + 1; place <= BOOKINGS; place++) {
      direct.bookings().record(ABooking.of(event.id(), place).confirmed());
    }
    List<Booking.Confirmed> wanted =
        IntStream.rangeClosed(1, BOOKINGS)
            .mapToObj(place -> ABooking.of(event.id(), place).confirmed())
            .toList();
    proxy.decide(message -> isInsert(message) && inserts.getAndIncrement() == 0 ? fate : Fate.PASS);

    List<Recording> answers = Race.of(BOOKINGS, i -> bookings.record(wanted.get(i)));

    assertThat(inserts.get()).as("inserts, of which the first was cut").isGreaterThan(1);
    for (int i = 0; i < BOOKINGS; i++) {
      boolean free = i < BOOKINGS / 2;
      assertThat(answers.get(i))
          .isInstanceOf(free ? Recording.Recorded.class : Recording.PlaceTaken.class);
      assertThat(direct.bookings().find(wanted.get(i).id()).isPresent()).isEqualTo(free);
    }
    assertThat(direct.bookings().freePlaces(event.id(), BOOKINGS, BOOKINGS)).isEmpty();
  }

  @Test
  void what_nobody_can_tell_is_unavailable_and_the_same_key_finds_it_out() {
    instance.close();
    connect(TestStore.AS_IN_PRODUCTION);
    ABooking wanted = ABooking.of(event.id(), 1);
    proxy.decide(
        message ->
            isInsert(message) || inserts.get() > 0
                ? inserts.getAndIncrement() == 0 ? Fate.CUT_AFTER : Fate.CUT_BEFORE
                : Fate.PASS);

    assertThatThrownBy(() -> bookings.record(wanted.confirmed()))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(
            direct
                .bookings()
                .record(
                    ABooking.of(event.id(), 2)
                        .by(wanted.user())
                        .using(2)
                        .key(wanted.key())
                        .confirmed()))
        .isEqualTo(new Recording.KeyUsed(wanted.confirmed()));
  }

  private static boolean isInsert(Wire message) {
    return message.command().equals("insert");
  }
}
