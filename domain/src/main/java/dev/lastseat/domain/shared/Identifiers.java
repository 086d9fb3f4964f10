package dev.lastseat.domain.shared;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** How every identifier is made and what it may look like. */
public final class Identifiers {
  private static final int MAX = 64;

  /** What identifiers look like. */
  public static final String FORM = "1 to " + MAX + " letters, digits, '-' or '_'";

  private Identifiers() {}

  /**
   * A new UUID of version 7 (RFC 9562, section 5.7): new ones sort last, which keeps indexes
   * compact.
   */
  public static String next(Instant now, RandomGenerator random) {
    long high = now.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
    long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }

  /**
   * The value itself when it can be an identifier: 1 to 64 letters, digits, dashes or underscores.
   */
  public static String require(String field, String value) {
    boolean good = !value.isEmpty() && value.length() <= MAX;
    for (int i = 0; good && i < value.length(); i++) {
      good = isGood(value.charAt(i));
    }
    if (!good) {
      throw new InvalidValue(field, value, "must be " + FORM);
    }
    return value;
  }

  private static boolean isGood(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z')
        || character == '-'
        || character == '_';
  }
}
