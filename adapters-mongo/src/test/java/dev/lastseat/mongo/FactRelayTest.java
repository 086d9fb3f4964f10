package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.User;
import dev.lastseat.mongo.apikey.MongoApiKeys;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.engine.Commands;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.CuttingProxy.Fate;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.fact.MongoFactLog;
import dev.lastseat.mongo.passkey.MongoPasskeys;
import dev.lastseat.mongo.user.MongoUsers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Facts on their way into the log, whoever carries them there and ends on the way. */
class FactRelayTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  /** More writes than one sweep needs here. */
  private static final int MANY = 20;

  private static final Instant SOON = TickingClock.START.plusSeconds(60);

  private Stores stores;

  @BeforeEach
  void open() {
    stores = STORE.empty().stores();
  }

  /** What happens in one run, to streams of its own. */
  private final class Run {
    private final Event event;
    private final Booking.Pending held;
    private final Booking.Confirmed bought;
    private final AnOrder order;
    private final User user;
    private final ApiKey key;
    private final Passkey phone;

    Run(int number) {
      event = AnEvent.published("event-" + number).places(10).event();
      stores.events().add(event);
      held = ABooking.of(event.id(), 10).pending();
      stores.bookings().record(held);
      Event smaller = event.change(EventChange.of(event.details()).places(5).details(), SOON);
      stores.events().update(smaller);
      Booking.Pending moved = (Booking.Pending) stored();
      bought = moved.confirm(SOON);
      stores.bookings().change(moved, bought);
      order = AnOrder.of(ABooking.of(event.id(), 5));
      new MongoOrders(STORE.db()).record(order.order(), order.bookings());
      user = AUser.named("user-" + number);
      new MongoUsers(STORE.db()).add(user);
      key = AnApiKey.of(user.id(), "key-" + number);
      new MongoApiKeys(STORE.db()).add(key);
      phone = APasskey.of(user.id(), "phone-" + number);
      new MongoPasskeys(STORE.db()).add(phone);
      new MongoPasskeys(STORE.db()).removeAll(user.id(), SOON);
    }

    private Booking stored() {
      return stores.bookings().find(held.id()).orElseThrow();
    }

    void goOn() {
      stores.bookings().change(bought, bought.cancel(SOON, Reason.NOT_GIVEN));
      new MongoApiKeys(STORE.db()).removeAll(user.id(), SOON);
      new MongoUsers(STORE.db()).remove(user.id(), SOON);
    }

    void assertTold() {
      assertThat(kinds(StreamId.of(event.id()))).containsExactly("event.created", "event.changed");
      assertThat(kinds(StreamId.of(held.id())))
          .containsExactly(
              "booking.held", "booking.moved", "booking.confirmed", "booking.cancelled");
      assertThat(kinds(StreamId.of(order.id()))).containsExactly("order.placed");
      assertThat(kinds(StreamId.of(order.bookings().getFirst().id())))
          .containsExactly("booking.confirmed");
      assertThat(kinds(StreamId.of(user.id()))).containsExactly("user.registered", "user.erased");
      assertThat(kinds(StreamId.of(key.id())))
          .containsExactly("api-key.created", "api-key.revoked");
      assertThat(kinds(StreamId.of(phone))).containsExactly("passkey.added", "passkey.removed");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
  void a_relay_that_ends_at_any_write_loses_nothing_and_tells_nothing_twice(Fate end) {
    boolean whole = false;
    int writes = 0;
    for (; !whole; writes++) {
      assertThat(writes).as("writes").isLessThan(MANY);
      Run run = new Run(writes);
      whole = relayUntil(writes, end);
      run.goOn();
      relay();
      run.assertTold();
      assertWhole();
    }
    assertThat(writes).as("runs, of which the last was whole").isGreaterThan(5);
    assertNothingIsLeftToRelay();
  }

  @Test
  void what_happens_before_any_write_of_a_relay_is_told_the_next_time() {
    boolean happened = true;
    for (int writes = 0; happened; writes++) {
      assertThat(writes).as("writes").isLessThan(MANY);
      Run run = new Run(writes);
      happened = relayWhile(writes, run::goOn);
      if (!happened) {
        run.goOn();
      }
      relay();
      run.assertTold();
      assertWhole();
    }
    assertNothingIsLeftToRelay();
  }

  /** Whether there were so many writes before which it could happen. */
  private static boolean relayWhile(int writes, Runnable work) {
    AtomicInteger left = new AtomicInteger(writes);
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy)) {
      proxy.decide(
          message -> {
            if (message.isWrite() && left.getAndDecrement() == 0) {
              work.run();
            }
            return Fate.PASS;
          });
      new FactsUnderway(STORE.by(client)).arrive();
    }
    return left.get() < 0;
  }

  /** Whether it came to its end. */
  private boolean relayUntil(int writes, Fate end) {
    AtomicInteger left = new AtomicInteger(writes);
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient mortal =
            STORE.clientBy(proxy, "&serverSelectionTimeoutMS=200", "&timeoutMS=1500")) {
      proxy.decide(
          message -> {
            boolean over = left.get() < 0 || (message.isWrite() && left.getAndDecrement() == 0);
            return over ? end : Fate.PASS;
          });
      new FactsUnderway(STORE.by(mortal)).arrive();
      return true;
    } catch (StoreUnavailable ended) {
      return false;
    }
  }

  @Test
  void a_relay_that_found_facts_and_met_no_other_comes_again_soon() {
    new Run(1);

    assertThat(new FactsUnderway(STORE.db()).arrive()).isTrue();
    assertThat(new FactsUnderway(STORE.db()).arrive()).isFalse();
  }

  @Test
  void facts_that_are_alike_leave_their_documents_by_one_write() {
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    for (int place = 1; place <= 20; place++) {
      stores.bookings().record(ABooking.of(event.id(), place).confirmed());
    }
    Commands commands = new Commands();
    try (MongoClient client = STORE.clientWith(commands)) {
      new FactsUnderway(STORE.by(client)).arrive();
    }

    assertThat(commands.sent())
        .filteredOn(it -> it.containsKey("update"))
        .extracting(it -> it.getString("update").getValue(), it -> it.getArray("updates").size())
        .containsExactlyInAnyOrder(tuple("bookings", 1), tuple("events", 1), tuple("bookings", 1));
    assertNothingIsLeftToRelay();
  }

  @Test
  void of_two_relays_that_meet_one_does_not_come_again_soon() {
    stores.events().add(AnEvent.published("event-1").event());
    AtomicBoolean met = new AtomicBoolean();
    try (CuttingProxy proxy = STORE.proxy();
        MongoClient client = STORE.clientBy(proxy)) {
      proxy.decide(
          message -> {
            if (message.isWrite() && met.compareAndSet(false, true)) {
              assertThat(new FactsUnderway(STORE.db()).arrive()).isTrue();
            }
            return Fate.PASS;
          });
      assertThat(new FactsUnderway(STORE.by(client)).arrive()).isFalse();
    }
  }

  @Test
  void of_many_relays_at_once_each_fact_is_told_by_one() {
    for (int run = 0; run < 20; run++) {
      new Run(run);
    }

    Race.of(6, _ -> relayed());

    assertWhole();
    assertThat(all()).hasSize(20 * (2 + 3 + 1 + 1 + 1 + 1 + 2));
    assertNothingIsLeftToRelay();
  }

  private static boolean relayed() {
    relay();
    return true;
  }

  @Test
  void what_happens_while_others_relay_comes_in_its_order() {
    Event event = AnEvent.published("event-1").places(40).event();
    stores.events().add(event);

    Race.of(
        12,
        i -> {
          if (i < 4) {
            return Stream.generate(FactRelayTest::relayed).limit(3).allMatch(it -> it);
          }
          Booking.Pending held = ABooking.of(event.id(), i).pending();
          stores.bookings().record(held);
          return stores.bookings().change(held, held.confirm(SOON));
        });
    relay();

    assertWhole();
    assertThat(all()).hasSize(1 + 8 * 2);
  }

  private static void relay() {
    new FactsUnderway(STORE.db()).arrive();
  }

  private static List<RecordedFact> all() {
    return new MongoFactLog(STORE.db()).after(0, 10_000);
  }

  private static List<String> kinds(StreamId stream) {
    return new MongoFactLog(STORE.db()).of(stream).stream().map(it -> it.fact().kind()).toList();
  }

  /** No gap in the log, nor in any stream. */
  private static void assertWhole() {
    List<RecordedFact> all = all();
    assertThat(all).extracting(RecordedFact::sequence).containsExactlyElementsOf(upTo(all.size()));
    all.stream()
        .collect(Collectors.groupingBy(it -> it.fact().stream()))
        .forEach(
            (stream, facts) ->
                assertThat(facts)
                    .as(stream.text())
                    .extracting(it -> it.fact().version())
                    .containsExactlyElementsOf(upTo(facts.size())));
  }

  private static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static void assertNothingIsLeftToRelay() {
    Database db = STORE.db();
    for (var carriers :
        List.of(db.events(), db.bookings(), db.orders(), db.users(), db.apiKeys(), db.passkeys())) {
      assertThat(carriers.countDocuments(exists("facts"))).isZero();
    }
    assertThat(db.passkeys().countDocuments()).as("removed, and told").isZero();
  }
}
