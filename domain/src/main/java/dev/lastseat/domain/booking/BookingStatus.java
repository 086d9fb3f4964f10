package dev.lastseat.domain.booking;

import java.util.Locale;

/** The states of a booking by name, for queries, stores and the HTTP contract. */
public enum BookingStatus {
  PENDING,
  CONFIRMED,
  CANCELLED,
  EXPIRED;

  public static BookingStatus of(Booking booking) {
    return switch (booking) {
      case Booking.Pending _ -> PENDING;
      case Booking.Confirmed _ -> CONFIRMED;
      case Booking.Cancelled _ -> CANCELLED;
      case Booking.Expired _ -> EXPIRED;
    };
  }

  /** The status as the HTTP contract and the stores spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
