package dev.lastseat.domain.ticket;

import java.math.BigInteger;

/**
 * Numbers in Crockford's base 32, which has no look-alikes and is alphanumeric to a QR code
 * (https://www.crockford.com/base32.html).
 */
final class Base32 {
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  static final int BITS = 5;

  private Base32() {}

  /** The lowest bits of the number. */
  static String text(BigInteger number, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int rest = length - 1; rest >= 0; rest--) {
      text.append(ALPHABET.charAt(number.shiftRight(BITS * rest).intValue() & 31));
    }
    return text.toString();
  }

  static String text(long number, int length) {
    return text(BigInteger.valueOf(number), length);
  }

  /** What {@link #text} wrote. */
  static BigInteger number(String text) {
    return text.chars()
        .mapToObj(character -> BigInteger.valueOf(ALPHABET.indexOf(character)))
        .reduce(BigInteger.ZERO, (before, digit) -> before.shiftLeft(BITS).or(digit));
  }
}
