package dev.lastseat.domain.shared;

import java.time.Duration;

/** How well the clocks of instances that share a store agree. */
public final class ClockSkew {
  /**
   * What one instance wrote the time of may be so much later or earlier by the clock of another.
   * Whoever waits for something that another instance began adds this. Clocks that are set by NTP
   * agree far better.
   */
  public static final Duration MAX = Duration.ofSeconds(5);

  private ClockSkew() {}
}
