package dev.lastseat.security;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.HashFunction;
import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.security.SigningKey;
import dev.lastseat.domain.port.security.TokenHasher;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/** Makes the adapters of this module. */
public final class SecurityAdapters {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SecurityAdapters() {}

  /**
   * {@code rounds} is the logarithm of the cost, 4 to 31. One core less than there are hashes, if
   * there are several, so that bookings keep their share; the other passwords wait for 5 s at the
   * most.
   */
  public static PasswordHasher passwordHasher(int rounds, SecureRandom random) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new BcryptHasher(rounds, random, Math.max(1, cores - 1), PATIENCE);
  }

  /** Whether a password, in lower case, is one that everybody tries first. */
  public static Predicate<String> commonPasswords() {
    return CommonPasswords::contain;
  }

  /** {@code secret} has at least 32 bytes (RFC 7518, section 3.2). */
  public static AccessTokens accessTokens(
      String secret, Duration ttl, Clock clock, SecureRandom random) {
    return new JwtAccessTokens(secret, ttl, clock, random);
  }

  public static TokenHasher tokenHasher(String secret) {
    return new HmacTokenHasher(secret);
  }

  /** {@code pair} is of Ed25519. */
  public static SigningKey signingKey(KeyPair pair) {
    return new Ed25519Key(pair);
  }

  public static HashFunction sha256() {
    return parts -> Hash.of(Sha256.of(parts));
  }
}
