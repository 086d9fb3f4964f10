package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.ApiKeysContract;
import dev.lastseat.domain.port.store.account.ApiKeys;

class FakeApiKeysTest extends ApiKeysContract {
  @Override
  protected ApiKeys open() {
    return new FakeApiKeys(new FakeStore());
  }
}
