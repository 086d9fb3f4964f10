package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The customer-facing code of a booking, such as {@code 7K3M-9QXV-R4TD}: eleven random characters
 * (55 bits) and a check character, in Crockford's base 32, which has no I, L, O or U
 * (https://www.crockford.com/base32.html). The check character is that of the Luhn algorithm modulo
 * 32 (ISO/IEC 7812-1, Annex B, for an alphabet of 32): it catches every single wrong character and
 * nearly every swap of neighbours.
 */
public record TicketNumber(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int BASE = 1 << BITS;
  private static final int LENGTH = 12;
  private static final int GROUP = 4;

  public TicketNumber {
    String code = value.replace("-", "");
    boolean readable = code.length() == LENGTH && code.chars().allMatch(TicketNumber::known);
    if (!readable || luhn(code, 1) != 0 || !value.equals(grouped(code))) {
      throw new InvalidValue("ticketNumber", value, "must be a ticket number");
    }
  }

  /** As people type it: in any case, with or without hyphens and blanks. */
  public static TicketNumber typed(String text) {
    String code = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    return new TicketNumber(code.length() == LENGTH ? grouped(code) : text);
  }

  public static TicketNumber random(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (long bits = random.nextLong(); code.length() < LENGTH - 1; bits >>>= BITS) {
      code.append(ALPHABET.charAt((int) bits & (BASE - 1)));
    }
    int check = (BASE - luhn(code, 2)) % BASE;
    return new TicketNumber(grouped(code.append(ALPHABET.charAt(check))));
  }

  private static boolean known(int character) {
    return ALPHABET.indexOf(character) >= 0;
  }

  private static String grouped(CharSequence code) {
    return String.join(
        "-",
        code.subSequence(0, GROUP),
        code.subSequence(GROUP, 2 * GROUP),
        code.subSequence(2 * GROUP, LENGTH));
  }

  /**
   * The Luhn sum modulo 32, from the last character on; {@code factor} is the weight of that one.
   */
  private static int luhn(CharSequence code, int factor) {
    int sum = 0;
    int weight = factor;
    for (int i = code.length() - 1; i >= 0; i--) {
      int addend = weight * ALPHABET.indexOf(code.charAt(i));
      sum += addend / BASE + addend % BASE;
      weight = 3 - weight;
    }
    return sum % BASE;
  }
}
