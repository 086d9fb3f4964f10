package dev.lastseat.mongo.checkin;

import dev.lastseat.domain.contract.CheckinsContract;
import dev.lastseat.mongo.TestStore;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCheckinsTest extends CheckinsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Opened open() {
    return new Opened(
        new MongoCheckins(STORE.empty().db()),
        STORE.facts(),
        () -> STORE.relayFacts(Instant.now()));
  }
}
