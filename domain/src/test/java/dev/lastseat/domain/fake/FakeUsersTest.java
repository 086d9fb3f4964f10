package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.UsersContract;
import dev.lastseat.domain.port.store.account.Users;

class FakeUsersTest extends UsersContract {
  @Override
  protected Users open() {
    return new FakeUsers(new FakeStore());
  }
}
