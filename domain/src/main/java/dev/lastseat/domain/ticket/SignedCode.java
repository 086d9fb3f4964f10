package dev.lastseat.domain.ticket;

import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code that any scanner can judge, without a network, that has the public key (docs/adr/0041): a
 * {@link Statement} and its signature by Ed25519 (RFC 8032). Its event is signed and not in it:
 * whoever judges it knows at whose door they stand.
 *
 * @param signature 103 characters, which are 64 bytes
 */
public record SignedCode(Statement statement, String signature) implements TicketCode {
  private static final String VERSION = "LS1.";
  private static final int SIGNATURE = 103;
  private static final int SIGNATURE_BYTES = 64;
  private static final Pattern FORM =
      Pattern.compile(
          ("LS1\\.(?<booking>[%1$s]{12})(?<number>[%1$s]{2})(?<revision>[%1$s]{3})"
                  + "(?<key>[%1$s]{4})(?<from>[%1$s]{7})(?<until>[%1$s]{7})"
                  + "(?<signature>[%1$s]{103})")
              .formatted(Base32.ALPHABET));

  public SignedCode {
    boolean wellFormed = signature.matches("[%s]{%d}".formatted(Base32.ALPHABET, SIGNATURE));
    if (!wellFormed || Base32.number(signature).bitLength() > 8 * SIGNATURE_BYTES) {
      throw new InvalidValue("code", "…", "must have a signature of 64 bytes");
    }
  }

  /**
   * What is signed.
   *
   * @param number 1 to {@value TicketId#MAX_NUMBER}
   * @param revision which of its codes, 0 to {@value #MAX_REVISION}
   * @param key the id of the public key, see {@link #keyId}
   * @param from not let in before, to the second
   * @param until not let in then and later, to the second
   */
  public record Statement(
      TicketNumber booking, int number, int revision, String key, Instant from, Instant until) {
    public static final int MAX_REVISION = 32 * 32 * 32 - 1;

    private static final long MAX_SECOND = (1L << (7 * Base32.BITS)) - 1;

    public Statement {
      if (number < 1 || number > TicketId.MAX_NUMBER || revision < 0 || revision > MAX_REVISION) {
        throw new InvalidValue("code", "…", "must have the number of a ticket and its revision");
      }
      from = Instant.ofEpochSecond(Math.clamp(from.getEpochSecond(), 0, MAX_SECOND));
      until = Instant.ofEpochSecond(Math.clamp(until.getEpochSecond(), 0, MAX_SECOND));
    }

    private String text() {
      return VERSION
          + booking.value().replace("-", "")
          + Base32.text(number, 2)
          + Base32.text(revision, 3)
          + key
          + Base32.text(from.getEpochSecond(), 7)
          + Base32.text(until.getEpochSecond(), 7);
    }

    /** The bytes that are signed: all characters before the signature, a dot, and the event. */
    public byte[] bytes(EventId event) {
      return (text() + "." + event.value()).getBytes(StandardCharsets.UTF_8);
    }

    /** With its signature, of 64 bytes. */
    public SignedCode signed(byte[] signature) {
      return new SignedCode(this, Base32.text(new BigInteger(1, signature), SIGNATURE));
    }
  }

  /** The first 20 bits of the public key: which one to take of several. */
  public static String keyId(byte[] publicKey) {
    return Base32.text(new BigInteger(1, Arrays.copyOf(publicKey, 3)).shiftRight(4), 4);
  }

  static Optional<SignedCode> read(String text) {
    Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Statement statement =
          new Statement(
              TicketNumber.typed(parts.group("booking")),
              Base32.number(parts.group("number")).intValue(),
              Base32.number(parts.group("revision")).intValue(),
              parts.group("key"),
              Instant.ofEpochSecond(Base32.number(parts.group("from")).longValue()),
              Instant.ofEpochSecond(Base32.number(parts.group("until")).longValue()));
      return Optional.of(new SignedCode(statement, parts.group("signature")));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  @Override
  public TicketNumber booking() {
    return statement.booking();
  }

  @Override
  public int number() {
    return statement.number();
  }

  /** 64 bytes. */
  public byte[] signatureBytes() {
    return HexFormat.of().parseHex("%0128x".formatted(Base32.number(signature)));
  }

  @Override
  public String value() {
    return statement.text() + signature;
  }

  /** Without the signature, for logs are read by many. */
  @Override
  public String toString() {
    return "SignedCode[" + booking().value() + ", " + number() + ", …]";
  }
}
