package dev.lastseat.domain.port.security;

import dev.lastseat.domain.user.TokenHash;

/**
 * Fingerprints secrets of 256 random bits, such as refresh tokens, so that a store never sees one.
 * The same secret has always the same fingerprint.
 */
public interface TokenHasher {
  TokenHash hash(String secret);
}
