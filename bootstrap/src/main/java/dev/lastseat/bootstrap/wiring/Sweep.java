package dev.lastseat.bootstrap.wiring;

import java.time.Duration;

/**
 * What is done again and again without anybody asking.
 *
 * @param pause from its end to its next beginning
 */
public record Sweep(Runnable work, Duration pause) {
  /** Half of the second in which a hold is to expire (ADR 37); the rest is for the sweep. */
  public static final Duration OFTEN = Duration.ofMillis(500);

  private static final Duration SELDOM = Duration.ofMinutes(1);

  /** What somebody waits for. */
  static Sweep often(Runnable work) {
    return new Sweep(work, OFTEN);
  }

  /** What only takes room until then. */
  static Sweep seldom(Runnable work) {
    return new Sweep(work, SELDOM);
  }
}
