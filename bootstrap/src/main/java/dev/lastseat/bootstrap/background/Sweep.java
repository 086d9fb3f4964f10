package dev.lastseat.bootstrap.background;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What is done again and again without anybody asking.
 *
 * @param work says whether there may be more to do soon
 * @param pause from its end to its next beginning, where there may not
 */
public record Sweep(BooleanSupplier work, Duration pause) {
  /** Half of the second in which a hold is to expire (ADR 37); the rest is for the sweep. */
  public static final Duration OFTEN = Duration.ofMillis(500);

  /** So short that it counts beside what the work takes, and long enough for others to be heard. */
  static final Duration SOON = Duration.ofMillis(100);

  private static final Duration SELDOM = Duration.ofMinutes(1);

  /** What somebody waits for. */
  public static Sweep often(Runnable work) {
    return new Sweep(done(work), OFTEN);
  }

  /** The same, where much may wait to be done. */
  public static Sweep oftenAndSoon(BooleanSupplier work) {
    return new Sweep(work, OFTEN);
  }

  /** What only takes room until then. */
  public static Sweep seldom(Runnable work) {
    return new Sweep(done(work), SELDOM);
  }

  private static BooleanSupplier done(Runnable work) {
    return () -> {
      work.run();
      return false;
    };
  }

  /** Does it; how long to wait then. */
  public Duration run() {
    return work.getAsBoolean() ? SOON : pause;
  }
}
