package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.RandomBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A secret that was mailed, as the store knows it. Whoever shows it has read the mail.
 *
 * @param hash the fingerprint of the secret; the secret itself is nowhere kept
 * @param email where it was mailed to
 */
public record OneTimeToken(
    TokenHash hash, Purpose purpose, UserId userId, Email email, Instant expiresAt) {
  /** More than any secret has. */
  public static final int MAX = 200;

  /** What a secret is good for. */
  public enum Purpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration ttl;

    Purpose(Duration ttl) {
      this.ttl = ttl;
    }

    /** How long it is good. */
    public Duration ttl() {
      return ttl;
    }
  }

  /** 256 random bits; {@code random} must not be predictable. */
  public static String secret(RandomGenerator random) {
    return RandomBytes.text(random);
  }
}
