package dev.lastseat.application.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a delivery rests that was not taken, before it is sent again. */
record Pauses(RandomGenerator random) {
  /** Those that Standard Webhooks recommends; each is longer or shorter by a fifth at the most. */
  static final List<Duration> ALL =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** A receiver may ask to be left alone for so long, and not for longer. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final double JITTER = 0.2;

  /**
   * The pause after one more attempt; empty when there were enough.
   *
   * @param before how many attempts there were before that one
   * @param asked the pause that the receiver asked for
   */
  Optional<Duration> after(long before, Optional<Duration> asked) {
    if (before >= ALL.size()) {
      return Optional.empty();
    }
    Duration pause = changed(ALL.get((int) before));
    Duration longer = asked.filter(it -> it.compareTo(pause) > 0).orElse(pause);
    return Optional.of(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
  }

  /** Longer or shorter by chance, so that those that failed together do not come again together. */
  private Duration changed(Duration pause) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }
}
