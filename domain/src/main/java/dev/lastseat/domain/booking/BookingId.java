package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Identifiers;

/** Names one booking. */
public record BookingId(String value) {
  public BookingId {
    Identifiers.require("bookingId", value);
  }
}
