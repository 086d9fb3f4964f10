package dev.lastseat.domain.analytics;

import dev.lastseat.domain.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/**
 * A quarter of an hour of the sale of one event, in one currency. Every time zone is a whole number
 * of quarters away from UTC, so hours and days of all of them are made of these.
 */
public record SalesSlot(EventId event, Instant start, Currency currency) {
  private static final Duration LENGTH = Duration.ofMinutes(15);

  /** The slot that the instant lies in. */
  public static SalesSlot at(EventId event, Instant instant, Currency currency) {
    long length = LENGTH.toMillis();
    long start = Math.floorDiv(instant.toEpochMilli(), length) * length;
    return new SalesSlot(event, Instant.ofEpochMilli(start), currency);
  }

  /** Where the next one begins. */
  public Instant end() {
    return start.plus(LENGTH);
  }
}
