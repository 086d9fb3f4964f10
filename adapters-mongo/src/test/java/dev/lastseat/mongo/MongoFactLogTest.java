package dev.lastseat.mongo;

import dev.lastseat.domain.contract.FactLogContract;
import dev.lastseat.domain.contract.FactStores;
import dev.lastseat.mongo.apikey.MongoApiKeys;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.fact.MongoFactLog;
import dev.lastseat.mongo.passkey.MongoPasskeys;
import dev.lastseat.mongo.user.MongoSessions;
import dev.lastseat.mongo.user.MongoUsers;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFactLogTest extends FactLogContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected FactStores open() {
    return new FactStores(
        STORE.empty().stores(),
        new MongoOrders(STORE.db()),
        new FactStores.People(
            new MongoUsers(STORE.db()),
            new MongoSessions(STORE.db()),
            new MongoApiKeys(STORE.db()),
            new MongoPasskeys(STORE.db())),
        new MongoFactLog(STORE.db()),
        () -> new FactsUnderway(STORE.db()).arrive());
  }
}
