package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.TokenHasher;
import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.domain.user.TokenHash;

/** A plain SHA-256. */
public final class FakeTokenHasher implements TokenHasher {
  @Override
  public TokenHash hash(RefreshToken token) {
    return new TokenHash(Sha256.hex(token.value()));
  }
}
