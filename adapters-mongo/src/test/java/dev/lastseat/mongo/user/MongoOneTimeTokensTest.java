package dev.lastseat.mongo.user;

import dev.lastseat.domain.contract.OneTimeTokensContract;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoOneTimeTokensTest extends OneTimeTokensContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected OneTimeTokens open() {
    return new MongoOneTimeTokens(STORE.empty().db());
  }
}
