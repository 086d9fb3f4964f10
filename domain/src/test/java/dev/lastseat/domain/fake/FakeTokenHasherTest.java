package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.TokenHasherContract;
import dev.lastseat.domain.port.security.TokenHasher;

class FakeTokenHasherTest extends TokenHasherContract {
  @Override
  protected TokenHasher open() {
    return new FakeTokenHasher();
  }
}
