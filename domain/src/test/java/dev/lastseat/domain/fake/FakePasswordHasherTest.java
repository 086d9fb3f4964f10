package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PasswordHasherContract;
import dev.lastseat.domain.port.security.PasswordHasher;

class FakePasswordHasherTest extends PasswordHasherContract {
  @Override
  protected PasswordHasher open() {
    return new FakePasswordHasher();
  }
}
