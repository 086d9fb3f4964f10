package dev.lastseat.domain.booking;

import java.time.Instant;

/** The hold ended before it was confirmed. */
public final class HoldEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Instant expiresAt;

  HoldEnded(BookingId id, Instant expiresAt) {
    super("hold of booking %s ended at %s".formatted(id.value(), expiresAt));
    this.expiresAt = expiresAt;
  }

  /** A sentence for whoever wanted to confirm it. */
  public String why() {
    return "The hold ended at " + expiresAt + ".";
  }
}
