package dev.lastseat.domain.checkin;

import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Spelled;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ticket that was good was scanned.
 *
 * @param nonce the scanner's name for it, by which one that is sent again is known
 * @param at when it was scanned, by the clock of this house
 * @param by who scanned it, as facts name them
 * @param device the name of the device that scanned it, where one did
 */
public record Scan(Kind kind, String nonce, Instant at, String by, Optional<String> device) {
  /** What it was. */
  public enum Kind implements Spelled {
    ENTRY,
    EXIT,
    /** Somebody was let in where the ticket had let somebody in: two gates knew nothing of it. */
    DOUBLE,
    /** All that happened before was taken back: the ticket is good again. */
    UNDONE
  }

  public Scan {
    Identifiers.require("nonce", nonce);
  }

  /** Whether both are the same one, sent twice. */
  public boolean isSame(Scan other) {
    return nonce.equals(other.nonce) && by.equals(other.by);
  }

  /** The same one, which turned out to be something else. */
  public Scan as(Kind other) {
    return new Scan(other, nonce, at, by, device);
  }

  /** Its parts with tabs between them, which none of them has. */
  String line() {
    return Stream.concat(Stream.of(kind.word(), nonce, at.toString(), by), device.stream())
        .collect(Collectors.joining("\t"));
  }

  /** What {@link #line} wrote. */
  static Scan parse(String line) {
    String[] parts = line.split("\t", 5);
    return new Scan(
        Spelled.parse(Kind.class, parts[0]),
        parts[1],
        Instant.parse(parts[2]),
        parts[3],
        Arrays.stream(parts).skip(4).findFirst());
  }
}
