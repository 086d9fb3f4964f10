package dev.lastseat.domain.session;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** An opaque secret that buys the next access token, once. */
public record RefreshToken(String value) {
  public static final int MAX = 200;
  private static final int BYTES = 32;

  public RefreshToken {
    if (value.isEmpty() || value.length() > MAX) {
      throw new InvalidValue("refreshToken", "…", "must be 1 to " + MAX + " characters");
    }
  }

  /** 256 random bits; {@code random} must not be predictable. */
  public static RefreshToken random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "RefreshToken[…]";
  }
}
