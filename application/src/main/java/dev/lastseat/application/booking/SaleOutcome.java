package dev.lastseat.application.booking;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import java.util.function.Function;

/**
 * What became of the wish to buy or to hold tickets.
 *
 * @param <T> what has them: a booking, or an order
 */
public sealed interface SaleOutcome<T> {
  /** The same of something that is made of it. */
  @SuppressWarnings("unchecked") // nothing of it is in the others
  default <U> SaleOutcome<U> map(Function<T, U> make) {
    return this instanceof Granted<T>(T now, boolean replayed)
        ? new Granted<>(make.apply(now), replayed)
        : (SaleOutcome<U>) this;
  }

  /**
   * It is sold, or held.
   *
   * @param replayed whether the same request was granted before; {@code now} is what became of it
   */
  record Granted<T>(T now, boolean replayed) implements SaleOutcome<T> {}

  /** The key was used before, for something else. */
  record KeyReused<T>() implements SaleOutcome<T> {}

  /** The same request is not decided yet; the same command finds it out soon. */
  record UnderWay<T>() implements SaleOutcome<T> {}

  /** Because of that event, nothing of it stands. */
  record Refused<T>(EventId event, Refusal refusal) implements SaleOutcome<T> {}
}
