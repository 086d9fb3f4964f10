package dev.lastseat.application.claim;

import dev.lastseat.domain.policy.Refusal;
import java.util.function.Function;

/**
 * What there is to try for a booking.
 *
 * @param <T> places, or all that the booking would claim
 */
public sealed interface Finding<T> {
  record Found<T>(T found) implements Finding<T> {}

  /** There is nothing to try; this is why. */
  record Refused<T>(Refusal refusal) implements Finding<T> {}

  /** The same with what is made of what was found. */
  default <U> Finding<U> map(Function<T, U> make) {
    return switch (this) {
      case Found<T>(T found) -> new Found<>(make.apply(found));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }
}
