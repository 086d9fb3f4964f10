package dev.lastseat.mongo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.port.store.Orders.Recording;
import dev.lastseat.mongo.TestStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a server without transactions. */
class HoldingOrdersTest extends OrdersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected MortalStores open() {
    return new MortalMongo(STORE.empty(), Optional.empty());
  }

  @Test
  void an_order_that_is_refused_leaves_no_note() {
    Stores stores = STORE.empty().stores();
    Event event = AnEvent.published("event-1").event();
    stores.events().add(event);
    stores.bookings().record(ABooking.of(event.id(), 1).confirmed());
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));

    assertThat(
            new MongoOrders(STORE.db(), Optional.empty()).record(order.order(), order.bookings()))
        .isEqualTo(new Recording.PlaceTaken(event.id()));

    assertThat(STORE.db().orders().countDocuments()).isZero();
  }
}
