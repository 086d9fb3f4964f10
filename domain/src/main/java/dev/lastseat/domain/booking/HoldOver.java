package dev.lastseat.domain.booking;

import java.time.Instant;

/** The hold ended before it was confirmed. */
public final class HoldOver extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HoldOver(BookingId id, Instant expiresAt) {
    super("The hold of booking %s ended at %s.".formatted(id.value(), expiresAt));
  }
}
