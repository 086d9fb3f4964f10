package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.SigningKeyContract;
import dev.lastseat.domain.port.security.SigningKey;

class FakeSigningKeyTest extends SigningKeyContract {
  @Override
  protected SigningKey of(String secret) {
    return new FakeSigningKey(secret);
  }
}
