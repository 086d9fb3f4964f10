package dev.lastseat.domain.booking;

import dev.lastseat.domain.shared.Spelled;

/** The states of a booking by name, for queries, stores and the HTTP contract. */
public enum BookingStatus implements Spelled {
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
}
