package dev.lastseat.domain.ticket;

import dev.lastseat.domain.booking.TicketNumber;
import java.util.Optional;

/**
 * What a visitor shows at the door: a {@link SealedCode}, which only the house can judge, or a
 * {@link SignedCode}, which any scanner can that knows the public key.
 */
public sealed interface TicketCode permits SealedCode, SignedCode {
  /** That of the booking, which finds it. */
  TicketNumber booking();

  /** Of the ticket in its booking, 1 to {@value TicketId#MAX_NUMBER}. */
  int number();

  /** What is shown, printed and scanned: alphanumeric to a QR code. */
  String value();

  /** As scanners read it or people type it; empty when it cannot be one. */
  static Optional<TicketCode> read(String text) {
    return SignedCode.read(text).<TicketCode>map(code -> code).or(() -> SealedCode.read(text));
  }
}
