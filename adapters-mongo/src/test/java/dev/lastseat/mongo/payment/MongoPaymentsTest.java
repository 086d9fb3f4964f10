package dev.lastseat.mongo.payment;

import dev.lastseat.domain.contract.PaymentsContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPaymentsTest extends PaymentsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Opened open() {
    TestStore store = STORE.empty();
    return new Opened(
        new MongoPayments(store.db()), store.facts(), () -> store.relayFacts(TickingClock.START));
  }
}
