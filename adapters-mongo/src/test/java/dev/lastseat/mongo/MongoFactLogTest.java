package dev.lastseat.mongo;

import dev.lastseat.domain.contract.FactLogContract;
import dev.lastseat.domain.contract.FactStores;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.fact.MongoFactLog;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFactLogTest extends FactLogContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected FactStores open() {
    return new FactStores(
        STORE.empty().stores(),
        new MongoOrders(STORE.db(), Optional.empty()),
        new MongoFactLog(STORE.db()),
        () -> MongoAdapters.relayFacts(STORE.db()));
  }
}
