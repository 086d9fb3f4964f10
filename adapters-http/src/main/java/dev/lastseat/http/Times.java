package dev.lastseat.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times of the contract: ISO 8601 with an offset, kept to the millisecond. */
final class Times {
  static final String EXPECTED = "a time such as 2027-05-01T20:00:00Z";

  private Times() {}

  static Instant parse(String text) {
    return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }
}
