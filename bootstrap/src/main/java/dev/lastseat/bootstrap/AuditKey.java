package dev.lastseat.bootstrap;

import dev.lastseat.application.audit.Signer;
import dev.lastseat.security.SecurityAdapters;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * The key that signs checkpoints, made of a secret text: its SHA-256 is what RFC 8032, section
 * 5.1.5, calls the private key.
 */
final class AuditKey {
  private AuditKey() {}

  static Signer signer(Secrets secrets) {
    byte[] text = secrets.audit().getBytes(StandardCharsets.UTF_8);
    return new Signer(
        SecurityAdapters.signingKey(pair(SecurityAdapters.sha256().of(text).bytes())),
        SecurityAdapters.sha256());
  }

  /** The JDK computes a public key only when it makes a pair, of what is drawn for it. */
  static KeyPair pair(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Drawn(seed));
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has Ed25519", missing);
    }
  }

  /** Draws what is decided already. */
  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Drawn(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
