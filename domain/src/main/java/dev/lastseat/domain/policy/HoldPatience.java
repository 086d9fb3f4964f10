package dev.lastseat.domain.policy;

import dev.lastseat.domain.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody waits who lets holds of one event expire again and again, for meanwhile nobody
 * else could have those places: a minute, and twice as long with each that expires, but an hour at
 * the most.
 *
 * @param free so many may expire within a day before the first wait; 0: any number
 */
public record HoldPatience(int free) {
  /** What is older is forgotten. */
  public static final Duration WINDOW = Duration.ofDays(1);

  public static final int DEFAULT_FREE = 3;
  public static final int MAX_FREE = 1_000;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 6;

  public HoldPatience {
    if (free < 0 || free > MAX_FREE) {
      throw new InvalidValue("free", free, "must be 0 to " + MAX_FREE);
    }
  }

  public boolean isEndless() {
    return free == 0;
  }

  /** How many of the latest that expired matter: more than these make nobody wait longer. */
  public int looksAt() {
    return free + MAX_DOUBLINGS;
  }

  /**
   * When the user may hold tickets of the event again; empty when at once.
   *
   * @param expired when holds of it ended that nobody confirmed, within {@link #WINDOW}
   */
  public Optional<Instant> again(List<Instant> expired, Instant now) {
    if (isEndless() || expired.size() < free) {
      return Optional.empty();
    }
    Instant last = expired.stream().max(Instant::compareTo).orElseThrow();
    int doublings = Math.min(expired.size() - free, MAX_DOUBLINGS);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    Instant again = last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    return Optional.of(again).filter(now::isBefore);
  }
}
