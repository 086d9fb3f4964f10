package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.user.TokenHash;

/** A plain SHA-256. */
public final class FakeTokenHasher implements TokenHasher {
  @Override
  public TokenHash hash(String secret) {
    return new TokenHash(Sha256.hex(secret));
  }
}
