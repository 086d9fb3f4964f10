package dev.lastseat.domain.port;

import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.domain.user.TokenHash;

/**
 * Fingerprints refresh tokens, so that a store never sees one. The same token has always the same
 * fingerprint.
 */
public interface TokenHasher {
  TokenHash hash(RefreshToken token);
}
