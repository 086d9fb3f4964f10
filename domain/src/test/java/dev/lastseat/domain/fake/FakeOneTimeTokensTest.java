package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.OneTimeTokensContract;
import dev.lastseat.domain.port.store.account.OneTimeTokens;

class FakeOneTimeTokensTest extends OneTimeTokensContract {
  @Override
  protected OneTimeTokens open() {
    return new FakeOneTimeTokens(new FakeStore());
  }
}
