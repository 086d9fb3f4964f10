package dev.lastseat.mongo.passkey;

import dev.lastseat.domain.contract.PasskeysContract;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPasskeysTest extends PasskeysContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Passkeys open() {
    return new MongoPasskeys(STORE.empty().db());
  }
}
