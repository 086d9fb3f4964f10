package dev.lastseat.domain.shared;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** What secrets are made of: 256 random bits. The generator must not be predictable. */
public final class RandomBytes {
  private static final int BYTES = 32;

  private RandomBytes() {}

  public static byte[] of(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** In base64url without padding: 43 characters. */
  public static String text(RandomGenerator random) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(random));
  }
}
