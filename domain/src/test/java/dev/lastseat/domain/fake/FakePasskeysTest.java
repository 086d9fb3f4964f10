package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PasskeysContract;
import dev.lastseat.domain.port.store.account.Passkeys;

class FakePasskeysTest extends PasskeysContract {
  @Override
  protected Passkeys open() {
    return new FakePasskeys(new FakeStore());
  }
}
