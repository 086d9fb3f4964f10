package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.SessionsContract;
import dev.lastseat.domain.port.store.account.Sessions;

class FakeSessionsTest extends SessionsContract {
  @Override
  protected Sessions open() {
    return new FakeSessions(new FakeStore());
  }
}
