package dev.lastseat.domain.port;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Tries a change again, at what others have left, when it was overtaken: stores write on condition
 * that nobody else has written since (optimistic concurrency). Without a pause: who is overtaken
 * has waited for the store, and what stores try again themselves pauses there.
 */
public final class OptimisticRetry {
  /** Of those who change one thing at once one gets on in each round: so many do not meet. */
  public static final int MAX_TRIES = 100;

  private OptimisticRetry() {}

  /**
   * What an attempt came to that nobody came in between.
   *
   * @param what is changed, such as {@code the booking}
   * @param attempt looks at it anew each time; empty where it was overtaken
   * @throws StoreUnavailable when others change it all the time; what attempts wrote may stand
   */
  public static <T> T untilDecided(String what, Supplier<Optional<T>> attempt) {
    return untilDecided(what, attempt, UnaryOperator.identity(), Supplier::get);
  }

  /**
   * The same of what was looked at already.
   *
   * @param seen what the first attempt is made at
   * @param again looks at it anew for the next attempt
   */
  public static <S, T> T untilDecided(
      String what, S seen, UnaryOperator<S> again, Function<S, Optional<T>> attempt) {
    S now = seen;
    Optional<T> outcome = attempt.apply(now);
    for (int tries = 1; outcome.isEmpty(); tries++) {
      if (tries == MAX_TRIES) {
        throw new StoreUnavailable("others change " + what + " all the time");
      }
      now = again.apply(now);
      outcome = attempt.apply(now);
    }
    return outcome.get();
  }
}
