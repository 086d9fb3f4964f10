package dev.lastseat.mongo.apikey;

import dev.lastseat.domain.contract.ApiKeysContract;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoApiKeysTest extends ApiKeysContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected ApiKeys open() {
    return new MongoApiKeys(STORE.empty().db());
  }
}
