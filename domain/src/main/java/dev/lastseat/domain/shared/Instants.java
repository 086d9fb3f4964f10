package dev.lastseat.domain.shared;

import java.time.Duration;
import java.time.Instant;

/** Instants as clocks tell them that may be put back, or be another machine's. */
public final class Instants {
  private Instants() {}

  /** How far the two are apart, whichever comes first; never negative. */
  public static Duration distance(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  /**
   * Whether the two are less than {@code length} apart. What has lasted since one of them for so
   * long is over by the other; also when the clock was put back in between by more than that, which
   * then makes nothing last longer.
   */
  public static boolean areWithin(Duration length, Instant one, Instant other) {
    return distance(one, other).compareTo(length) < 0;
  }
}
