package dev.lastseat.embedded.sqlite.row;

import java.time.Instant;

/** How columns hold what SQLite has no type for. */
public final class Values {
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Values() {}

  /**
   * An instant in the first whole millisecond that is not before this one. A bound beyond all
   * stored times is as good as none.
   */
  public static Instant from(Instant instant) {
    return instant.isAfter(LAST) ? LAST : instant.plusNanos(999_999);
  }
}
