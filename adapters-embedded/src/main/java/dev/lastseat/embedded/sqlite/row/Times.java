package dev.lastseat.embedded.sqlite.row;

import java.time.Instant;

/** How times are compared with those in columns, which are milliseconds. */
public final class Times {
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Times() {}

  /**
   * An instant in the first whole millisecond that is not before this one. A bound beyond all
   * stored times is as good as none.
   */
  public static Instant from(Instant instant) {
    return instant.isAfter(LAST) ? LAST : instant.plusNanos(999_999);
  }
}
