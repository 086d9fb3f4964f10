package dev.lastseat.mongo.user;

import dev.lastseat.domain.contract.SessionsContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionsTest extends SessionsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Sessions open() {
    return new MongoSessions(STORE.empty().db());
  }

  @Override
  protected void tell() {
    STORE.relayFacts(TickingClock.START);
  }
}
