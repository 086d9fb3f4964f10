package dev.lastseat.domain.passkey;

import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that an authenticator keeps for a user.
 *
 * @param publicKey what the ceremony checks signatures with; nobody else can read it
 * @param signCount how many signatures its authenticator says it has made, at the last log-in; 0
 *     where it does not count, as those that are synced between devices
 * @param name what its owner calls it
 */
public record Passkey(
    PasskeyId id,
    UserId userId,
    Base64Url publicKey,
    long signCount,
    String name,
    Instant createdAt,
    Optional<Instant> lastUsedAt) {
  public static final int MAX_NAME = 100;

  /** How many a user may have; one more or less where two are added at once. */
  public static final int MAX_PER_USER = 20;

  public Passkey {
    name = name(name);
  }

  public static String name(String name) {
    return Text.require("name", name, MAX_NAME);
  }

  /** What authenticators know a user by; it names nobody to those who find it there. */
  public static Base64Url handle(UserId user) {
    return Base64Url.ofText(user.value());
  }
}
