package dev.lastseat.domain.session;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.RandomBytes;
import java.util.random.RandomGenerator;

/** An opaque secret that buys the next access token, once. */
public record RefreshToken(String value) {
  public static final int MAX = 200;

  public RefreshToken {
    if (value.isEmpty() || value.length() > MAX) {
      throw new InvalidValue("refreshToken", "…", "must be 1 to " + MAX + " characters");
    }
  }

  /** 256 random bits; {@code random} must not be predictable. */
  public static RefreshToken random(RandomGenerator random) {
    return new RefreshToken(RandomBytes.text(random));
  }

  @Override
  public String toString() {
    return "RefreshToken[…]";
  }
}
