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
}
