package dev.lastseat.domain.ticket;

import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.shared.InvalidValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short code, such as {@code 7K3M-9QXV-R4TD-02P6-…}: the ticket number of the booking, the number
 * of the ticket in it, and a seal that only the house can make. It is in groups of four, so that a
 * person can type it.
 *
 * @param number 1 to {@value TicketId#MAX_NUMBER}
 * @param seal 26 characters, which are 130 bits
 */
public record SealedCode(TicketNumber booking, int number, String seal) implements TicketCode {
  private static final int SEAL = 26;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<booking>[%1$s]{12})(?<number>[%1$s]{2})(?<seal>[%1$s]{26})"
              .formatted(Base32.ALPHABET));
  private static final Pattern GROUP = Pattern.compile(".{4}(?=.)");

  public SealedCode {
    if (number < 1 || number > TicketId.MAX_NUMBER) {
      throw new InvalidValue("code", "…", "must have the number of a ticket");
    }
    if (!seal.matches("[%s]{%d}".formatted(Base32.ALPHABET, SEAL))) {
      throw new InvalidValue("code", "…", "must have a seal of 26 characters");
    }
  }

  /**
   * The code that is sealed by this.
   *
   * @param mac at least 130 bits in hexadecimal, of which the first ones are taken
   */
  public static SealedCode of(TicketNumber booking, int number, String mac) {
    BigInteger bits = new BigInteger(mac, 16).shiftRight(4 * mac.length() - Base32.BITS * SEAL);
    return new SealedCode(booking, number, Base32.text(bits, SEAL));
  }

  /** In any case, with hyphens and blanks or without. */
  static Optional<SealedCode> read(String text) {
    String plain =
        text.replaceAll("[ -]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    Matcher parts = FORM.matcher(plain);
    return parts.matches() ? read(parts) : Optional.empty();
  }

  private static Optional<SealedCode> read(Matcher parts) {
    try {
      return Optional.of(
          new SealedCode(
              TicketNumber.typed(parts.group("booking")),
              Base32.number(parts.group("number")).intValue(),
              parts.group("seal")));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  @Override
  public String value() {
    String plain = booking.value().replace("-", "") + Base32.text(number, 2) + seal;
    return GROUP.matcher(plain).replaceAll("$0-");
  }

  /** Without the seal, for logs are read by many. */
  @Override
  public String toString() {
    return "SealedCode[" + booking.value() + ", " + number + ", …]";
  }
}
