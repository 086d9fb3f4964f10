package dev.lastseat.security;

import dev.lastseat.domain.contract.PasswordHasherContract;
import dev.lastseat.domain.port.PasswordHasher;
import java.security.SecureRandom;

class BcryptHasherTest extends PasswordHasherContract {
  @Override
  protected PasswordHasher open() {
    return SecurityAdapters.passwordHasher(4, new SecureRandom());
  }
}
