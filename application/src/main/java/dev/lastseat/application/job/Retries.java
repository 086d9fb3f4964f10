package dev.lastseat.application.job;

import dev.lastseat.domain.job.ClaimedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * When a job that failed is tried again. Each pause is changed by chance to something between
 * nothing and twice as much, so that those that failed together do not come again together.
 *
 * @param pauses before the second attempt, the third and so on; the last one again and again
 * @param attempts the most there are, with those that ended with their process
 * @param patience for how long it is tried, counted from when it was due first, or retried by
 *     somebody
 */
public record Retries(List<Duration> pauses, int attempts, Duration patience) {
  /** What may wait for an hour, and is hopeless after three days. */
  static final Retries FOR_DAYS =
      doubling(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(3));

  /** What somebody waits for at once, and that must not be lost: after 1 s, 2 s and so on. */
  public static final Retries PROMPT =
      doubling(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(3));

  /** More than doubling pauses leave room for: its attempts end the process. */
  static final int MOST_ATTEMPTS = 40;

  public Retries {
    pauses = List.copyOf(pauses);
  }

  /** After pauses that double, from the first one to the longest. */
  public static Retries doubling(Duration first, Duration longest, Duration patience) {
    List<Duration> pauses =
        Stream.concat(
                Stream.iterate(first, it -> it.compareTo(longest) < 0, it -> it.multipliedBy(2)),
                Stream.of(longest))
            .toList();
    return new Retries(pauses, MOST_ATTEMPTS, patience);
  }

  /**
   * When that is, or empty if it was tried often and long enough.
   *
   * @param asked the pause that somebody else asked for, who is believed
   */
  Optional<Instant> next(
      ClaimedJob failed, Optional<Duration> asked, Instant now, RandomGenerator random) {
    Instant next = now.plus(asked.orElseGet(() -> pause(failed.attempt(), random)));
    boolean enough =
        failed.attempt() >= attempts || next.isAfter(failed.openSince().plus(patience));
    return enough ? Optional.empty() : Optional.of(next);
  }

  private Duration pause(int attempt, RandomGenerator random) {
    Duration pause = pauses.get(Math.min(attempt, pauses.size()) - 1);
    return Duration.ofMillis(random.nextLong(2 * pause.toMillis() + 1));
  }
}
