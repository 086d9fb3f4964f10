package dev.lastseat.mongo;

import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.checkin.MongoCheckins;
import dev.lastseat.mongo.ticket.MongoTickets;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDoorRacesTest extends DoorRacesContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Ports open() {
    Stores stores = STORE.empty().stores();
    return new Ports(
        stores.events(),
        stores.bookings(),
        new MongoOrders(STORE.db()),
        new MongoTickets(STORE.db()),
        new MongoCheckins(STORE.db()));
  }
}
