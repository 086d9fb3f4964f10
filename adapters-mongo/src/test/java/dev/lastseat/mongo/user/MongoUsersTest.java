package dev.lastseat.mongo.user;

import dev.lastseat.domain.contract.UsersContract;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUsersTest extends UsersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Users open() {
    return new MongoUsers(STORE.empty().db());
  }
}
