package dev.lastseat.domain.port.security;

/**
 * A key pair of Ed25519 (RFC 8032). The same secret has always the same pair, and a text always the
 * same signature.
 */
public interface SigningKey {
  /** 32 bytes. */
  byte[] publicKey();

  /** 64 bytes. */
  byte[] sign(byte[] text);

  /** Whether the signature is of that text and by this key; false for whatever is none. */
  boolean verifies(byte[] text, byte[] signature);
}
