package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.claim.Claims;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoOrdersTest extends OrdersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected MortalStores open() {
    return new MortalMongo(STORE.empty());
  }

  @Test
  void nobody_is_told_of_an_order_before_it_is_decided() {
    Stores stores = STORE.empty().stores();
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));
    StreamId booking = StreamId.of(order.bookings().getFirst().id());
    new OrderHolds(STORE.db()).hold(order.bookings());

    STORE.relayFacts(TickingClock.START.plus(Duration.ofDays(1)));
    assertThat(STORE.facts().of(booking)).isEmpty();
    assertThat(new Claims(STORE.db(), event.id()).undecided())
        .containsExactly(order.bookings().getFirst().id());
    assertThat(STORE.underway(order.bookings().getFirst().id())).hasSize(1);

    new OrderDecisions(STORE.db()).commit(order.order(), order.bookings());
    STORE.relayFacts(TickingClock.START);
    assertThat(STORE.facts().of(StreamId.of(order.id()))).hasSize(1);
    assertThat(STORE.facts().of(booking)).hasSize(1);
    assertThat(new Claims(STORE.db(), event.id()).undecided()).isEmpty();
  }

  @Test
  void an_order_that_is_refused_leaves_no_note() {
    Stores stores = STORE.empty().stores();
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    stores.bookings().record(ABooking.of(event.id(), 1).confirmed());
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));

    assertThat(new MongoOrders(STORE.db()).record(order.order(), order.bookings()))
        .isEqualTo(new Recording.PlaceTaken(event.id()));

    assertThat(STORE.db().orders().countDocuments()).isZero();
  }
}
