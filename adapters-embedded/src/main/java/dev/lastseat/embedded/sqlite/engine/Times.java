package dev.lastseat.embedded.sqlite.engine;

import java.time.Instant;

/**
 * Bounds in the milliseconds of the store. Stored times are whole milliseconds, and a bound beyond
 * all of them is as good as none.
 */
public final class Times {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Times() {}

  /** The first whole millisecond that is not before the instant. */
  public static long from(Instant instant) {
    if (instant.isAfter(LAST)) {
      return Long.MAX_VALUE;
    }
    return to(instant.plusNanos(NANOS_PER_MILLI - 1));
  }

  /** The last whole millisecond that is not after the instant. */
  public static long to(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(LAST) ? Long.MAX_VALUE : instant.toEpochMilli();
  }
}
