package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.engines.Engines;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.CuttingProxy.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions of orders whose connections are lost, and what is sent in them. */
class LostTransactionsTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private final List<BsonDocument> commits = new CopyOnWriteArrayList<>();
  private final List<BsonDocument> inserts = new CopyOnWriteArrayList<>();
  private Stores direct;
  private CuttingProxy proxy;
  private MongoClient client;
  private MongoOrders orders;
  private AnOrder order;

  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
    proxy = STORE.proxy(Optional.of(new Transactions(Engines.documentdb())));
    connect();
    order = AnOrder.of(ABooking.of(event("one"), 1), ABooking.of(event("two"), 1));
  }

  private void connect(String... options) {
    client = STORE.clientBy(proxy, options);
    orders = new MongoOrders(STORE.by(client), Optional.of(client));
  }

  @AfterEach
  void close() {
    client.close();
    proxy.close();
  }

  @Test
  void an_order_is_one_transaction_that_a_majority_has_in_its_journal() {
    decide(Fate.PASS, 0);

    assertThat(record()).isInstanceOf(Recording.Recorded.class);

    assertThat(inserts).hasSize(2).allMatch(it -> !it.getBoolean("autocommit").getValue());
    assertThat(inserts.getFirst().getBoolean("startTransaction").getValue()).isTrue();
    assertThat(commits).hasSize(1);
    assertThat(commits.getFirst().getDocument("writeConcern"))
        .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}"));
  }

  @ParameterizedTest
  @EnumSource(names = "PASS", mode = EnumSource.Mode.EXCLUDE)
  void a_commit_that_is_lost_once_is_made_good(Fate fate) {
    decide(fate, 1);

    assertThat(record()).isInstanceOf(Recording.Recorded.class);

    assertThat(commits).hasSizeGreaterThan(1);
    assertThat(orders.find(order.id())).contains(order.order());
    for (Booking.Live booking : order.bookings()) {
      assertThat(direct.bookings().find(booking.id())).contains(booking);
      assertThat(
              direct
                  .bookings()
                  .count(List.of(booking.details().eventId()), TickingClock.START)
                  .values())
          .allMatch(counts -> counts.taken() == 1);
    }
  }

  @Test
  void a_commit_whose_answer_never_comes_is_unavailable_and_the_same_key_finds_the_order() {
    reconnect();
    decide(Fate.CUT_AFTER, Integer.MAX_VALUE);

    assertThatThrownBy(this::record).isInstanceOf(StoreUnavailable.class);

    decide(Fate.PASS, 0);
    AnOrder again =
        AnOrder.by(
            order.user().value(),
            order.key(),
            ABooking.of(order.bookings().getFirst().details().eventId(), 2).using(2));
    assertThat(orders.record(again.order(), again.bookings()))
        .isEqualTo(new Recording.KeyUsed(Optional.of(order.order())));
  }

  @Test
  void a_commit_that_never_arrives_is_unavailable_and_leaves_nothing() {
    reconnect();
    decide(Fate.CUT_BEFORE, Integer.MAX_VALUE);

    assertThatThrownBy(this::record).isInstanceOf(StoreUnavailable.class);

    decide(Fate.PASS, 0);
    assertThat(orders.find(order.id())).isEmpty();
    for (Booking.Live booking : order.bookings()) {
      assertThat(direct.bookings().freePlaces(booking.details().eventId(), 1, 1))
          .containsExactly(1);
    }
    assertThat(record()).isInstanceOf(Recording.Recorded.class);
  }

  @Test
  void an_order_that_an_event_does_not_admit_leaves_nothing_not_even_a_used_key() {
    EventId two = order.bookings().getLast().details().eventId();
    beforeTheEventsAreRead(() -> cancel(two));

    assertThat(record()).isEqualTo(new Recording.NotAdmitted(two));

    assertThat(orders.find(order.id())).isEmpty();
    assertThat(orders.find(order.user(), order.key())).isEmpty();
    for (Booking.Live booking : order.bookings()) {
      assertThat(direct.bookings().find(booking.id())).isEmpty();
    }
  }

  @Test
  void nobody_is_told_of_an_order_that_is_taken_back() {
    EventId two = order.bookings().getLast().details().eventId();
    beforeTheEventsAreRead(
        () -> {
          cancel(two);
          STORE.relayFacts(TickingClock.START);
        });

    assertThat(record()).isEqualTo(new Recording.NotAdmitted(two));

    STORE.relayFacts(TickingClock.START.plus(Duration.ofDays(1)));
    assertThat(STORE.facts().of(StreamId.of(order.id()))).isEmpty();
    for (Booking.Live booking : order.bookings()) {
      assertThat(STORE.facts().of(StreamId.of(booking.id()))).isEmpty();
    }
  }

  @Test
  void an_order_that_others_were_told_of_meanwhile_stands() {
    beforeTheEventsAreRead(
        () -> {
          STORE.relayFacts(TickingClock.START);
          cancel(order.bookings().getLast().details().eventId());
        });

    assertThat(record()).isInstanceOf(Recording.Recorded.class);

    assertThat(STORE.facts().of(StreamId.of(order.id()))).hasSize(1);
    for (Booking.Live booking : order.bookings()) {
      assertThat(STORE.facts().of(StreamId.of(booking.id()))).hasSize(1);
    }
  }

  @Test
  void an_order_that_its_user_found_by_the_key_meanwhile_stands() {
    beforeTheEventsAreRead(
        () -> {
          cancel(order.bookings().getFirst().details().eventId());
          assertThat(new MongoOrders(STORE.db(), Optional.empty()).find(order.user(), order.key()))
              .contains(order.order());
        });

    assertThat(record()).isInstanceOf(Recording.Recorded.class);

    assertThat(orders.find(order.id())).contains(order.order());
    for (Booking.Live booking : order.bookings()) {
      assertThat(direct.bookings().find(booking.id())).contains(booking);
    }
  }

  /** Once, after the order was committed. */
  private void beforeTheEventsAreRead(Runnable change) {
    AtomicBoolean done = new AtomicBoolean();
    proxy.decide(
        message -> {
          if (message.command().equals("find") && !done.getAndSet(true)) {
            change.run();
          }
          return Fate.PASS;
        });
  }

  private void cancel(EventId id) {
    Event event = direct.events().find(id).orElseThrow();
    direct.events().update(event.cancel(TickingClock.START));
  }

  private EventId event(String id) {
    Event event = AnEvent.published(id).places(5).event();
    direct.events().add(event);
    return event.id();
  }

  private Recording record() {
    return orders.record(order.order(), order.bookings());
  }

  /** As in production: it waits for no answer longer than that. */
  private void reconnect() {
    client.close();
    connect(TestStore.AS_IN_PRODUCTION);
  }

  /** What becomes of the next commits. */
  private void decide(Fate fate, int next) {
    commits.clear();
    proxy.decide(
        message -> {
          if (message.command().equals("insert")) {
            message.document().ifPresent(inserts::add);
          }
          if (!message.command().equals("commitTransaction")) {
            return Fate.PASS;
          }
          message.document().ifPresent(commits::add);
          return commits.size() <= next ? fate : Fate.PASS;
        });
  }
}
