package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.CuttingProxy.Fate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders between any two messages of which something happens. */
class InterruptedOrdersTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private Stores direct;
  private CuttingProxy proxy;
  private MongoClient client;
  private MongoOrders orders;

  @BeforeEach
  void open() {
    direct = STORE.empty().stores();
    proxy = STORE.proxy();
    client = STORE.clientBy(proxy);
    orders = new MongoOrders(STORE.by(client));
  }

  @AfterEach
  void close() {
    client.close();
    proxy.close();
  }

  static List<Named<UnaryOperator<Event>>> changes() {
    Money dearer = new Money(2_600, Money.currency("EUR"));
    Money dollars = new Money(2_500, Money.currency("USD"));
    Instant sooner = TickingClock.START.plus(ABooking.HOLD).minusSeconds(1);
    return List.of(
        Named.of("price", event -> changed(event, it -> it.price(dearer))),
        Named.of("currency", event -> changed(event, it -> it.price(dollars))),
        Named.of("tickets of a user", event -> changed(event, it -> it.perUser(2))),
        Named.of("places", event -> changed(event, it -> it.places(3))),
        Named.of("beginning", event -> changed(event, it -> it.on(sooner))),
        Named.of("status", event -> event.cancel(TickingClock.START)));
  }

  private static Event changed(Event event, UnaryOperator<EventChange> change) {
    EventDetails details = change.apply(EventChange.of(event.details())).details();
    return event.change(details, TickingClock.START);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void once_a_change_was_answered_no_order_is_recorded_that_it_does_not_admit(
      UnaryOperator<Event> change) {
    boolean isOver = false;
    for (int messages = 0; !isOver; messages++) {
      AnOrder order = order("run-" + messages);
      EventId last = order.bookings().getLast().details().eventId();
      AtomicBoolean stands = new AtomicBoolean();
      AtomicBoolean changed =
          afterMessages(
              messages,
              () -> {
                change(last, change);
                stands.set(new MongoOrders(STORE.db()).find(order.id()).isPresent());
              });

      Recording recording = record(order);

      isOver = !changed.get();
      if (isOver || stands.get()) {
        assertThat(recording).isEqualTo(new Recording.Recorded());
        assertThat(orders.find(order.id())).contains(order.order());
      } else {
        assertThat(recording).isEqualTo(new Recording.NotAdmitted(last));
        assertGone(order);
      }
    }
  }

  @Test
  void an_order_of_which_any_answer_is_lost_is_whole_or_gone_once_it_is_settled() {
    boolean isOver = false;
    for (int messages = 0; !isOver; messages++) {
      AnOrder order = order("run-" + messages);
      AtomicInteger left = new AtomicInteger(messages);
      proxy.decide(_ -> left.getAndDecrement() == 0 ? Fate.CUT_AFTER : Fate.PASS);

      boolean recorded = isRecorded(order);

      isOver = left.get() >= 0;
      proxy.decide(_ -> Fate.PASS);
      orders.settle(TickingClock.START);
      if (orders.find(order.user(), order.key()).isPresent()) {
        assertThat(direct.bookings().findAll(order.order().bookings()).values())
            .containsExactlyInAnyOrderElementsOf(order.bookings());
      } else {
        assertThat(recorded).isFalse();
        assertGone(order);
      }
    }
  }

  private boolean isRecorded(AnOrder order) {
    try {
      return record(order) instanceof Recording.Recorded;
    } catch (StoreUnavailable lost) {
      return false;
    }
  }

  private Recording record(AnOrder order) {
    return orders.record(order.order(), order.bookings());
  }

  /** Of three events, held, and three tickets of the last. */
  private AnOrder order(String run) {
    return AnOrder.held(
        ABooking.of(event(run + "-1"), 1),
        ABooking.of(event(run + "-2"), 1),
        ABooking.of(event(run + "-3"), 4, 5, 6));
  }

  private EventId event(String id) {
    Event event = AnEvent.published(id).places(6).event();
    direct.events().add(event);
    return event.id();
  }

  private void change(EventId id, UnaryOperator<Event> change) {
    Event event = direct.events().find(id).orElseThrow();
    assertThat(direct.events().update(change.apply(event))).isInstanceOf(Update.Updated.class);
  }

  /** Once so many messages have passed; whether it has. */
  private AtomicBoolean afterMessages(int messages, Runnable change) {
    AtomicInteger left = new AtomicInteger(messages);
    AtomicBoolean done = new AtomicBoolean();
    proxy.decide(
        message -> {
          boolean greets = message.command().equals("hello");
          if (!greets && left.getAndDecrement() == 0) {
            change.run();
            done.set(true);
          }
          return Fate.PASS;
        });
    return done;
  }

  private void assertGone(AnOrder order) {
    assertThat(orders.find(order.user(), order.key())).isEmpty();
    for (Booking.Live booking : order.bookings()) {
      EventId event = booking.details().eventId();
      assertThat(direct.bookings().find(booking.id())).isEmpty();
      assertThat(direct.bookings().allowancesTaken(event, order.user())).isEmpty();
      assertThat(direct.bookings().highestPlace(event)).isZero();
    }
  }
}
