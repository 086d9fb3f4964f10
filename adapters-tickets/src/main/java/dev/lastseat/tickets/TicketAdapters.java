package dev.lastseat.tickets;

import dev.lastseat.domain.port.CodeImages;

/** Makes the adapters of this module. */
public final class TicketAdapters {
  private TicketAdapters() {}

  /** Codes as QR codes. */
  public static CodeImages codeImages() {
    return new QrCodes();
  }
}
