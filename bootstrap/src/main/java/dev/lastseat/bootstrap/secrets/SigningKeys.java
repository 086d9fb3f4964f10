package dev.lastseat.bootstrap.secrets;

import dev.lastseat.application.audit.Signer;
import dev.lastseat.domain.port.security.SigningKey;
import dev.lastseat.security.SecurityAdapters;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * The keys that sign, each made of a secret text: its SHA-256 is what RFC 8032, section 5.1.5,
 * calls the private key.
 */
public final class SigningKeys {
  private SigningKeys() {}

  /** Signs checkpoints of the facts. */
  public static Signer ofAudit(Secrets secrets) {
    return new Signer(key(secrets.audit()), SecurityAdapters.sha256());
  }

  /** Signs codes of tickets. */
  public static SigningKey ofTickets(Secrets secrets) {
    return key("signs tickets: " + secrets.ticket());
  }

  private static SigningKey key(String secret) {
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    return SecurityAdapters.signingKey(pair(SecurityAdapters.sha256().of(text).bytes()));
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
