package dev.lastseat.bootstrap.e2e;

import java.util.Map;

/** Opens one house after the other over the same stores. */
interface Houses {
  /** As many bookings as no test makes. */
  int NEVER = Integer.MAX_VALUE;

  /**
   * Opens the next.
   *
   * @param bookings where instances can be lost, one is when so many were made
   */
  House open(Map<String, String> settings, int bookings);
}
