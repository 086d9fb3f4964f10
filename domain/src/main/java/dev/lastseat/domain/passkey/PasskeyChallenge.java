package dev.lastseat.domain.passkey;

import dev.lastseat.domain.shared.RandomBytes;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random bytes that an authenticator is to sign, so that no signature is good twice.
 *
 * @param userId who may add a passkey by it; empty when somebody is to log in, who is not known yet
 */
public record PasskeyChallenge(Base64Url value, Optional<UserId> userId, Instant expiresAt) {
  public static final Duration TTL = Duration.ofMinutes(5);

  /** {@code random} must not be predictable. */
  public static PasskeyChallenge random(
      Optional<UserId> userId, Instant now, RandomGenerator random) {
    return new PasskeyChallenge(Base64Url.of(RandomBytes.of(random)), userId, now.plus(TTL));
  }
}
