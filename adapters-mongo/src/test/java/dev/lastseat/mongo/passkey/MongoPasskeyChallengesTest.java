package dev.lastseat.mongo.passkey;

import dev.lastseat.domain.contract.PasskeyChallengesContract;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPasskeyChallengesTest extends PasskeyChallengesContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected PasskeyChallenges open() {
    return new MongoPasskeyChallenges(STORE.empty().db());
  }
}
