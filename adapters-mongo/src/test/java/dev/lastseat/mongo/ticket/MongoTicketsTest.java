package dev.lastseat.mongo.ticket;

import dev.lastseat.domain.contract.TicketsContract;
import dev.lastseat.mongo.TestStore;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTicketsTest extends TicketsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Opened open() {
    return new Opened(
        new MongoTickets(STORE.empty().db()), STORE.facts(), () -> STORE.relayFacts(Instant.now()));
  }
}
