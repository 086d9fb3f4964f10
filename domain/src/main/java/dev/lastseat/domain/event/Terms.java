package dev.lastseat.domain.event;

import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * On what terms the tickets of an event are sold.
 *
 * @param confirmedBy empty for what fits its price ({@link EventDetails#confirmedBy})
 * @param holdTtl how long its holds last, in whole seconds; empty for as long as everywhere
 * @param refundableUntil from when on buyers do not give tickets back any more; empty for the
 *     beginning of the event
 * @param returnFee what is kept of what buyers give back; empty for nothing
 */
public record Terms(
    Optional<ConfirmedBy> confirmedBy,
    Optional<Duration> holdTtl,
    Optional<Instant> refundableUntil,
    Optional<ReturnFee> returnFee) {
  public static final Terms USUAL =
      new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The longest hold, in seconds: as long as a card is usually authorised. */
  public static final int MAX_HOLD = 7 * 24 * 60 * 60;

  public Terms {
    if (holdTtl.filter(ttl -> !isWhole(ttl)).isPresent()) {
      throw new InvalidValue("holdTtl", holdTtl.get(), "must be 1 to " + MAX_HOLD + " seconds");
    }
  }

  private static boolean isWhole(Duration ttl) {
    return ttl.equals(Duration.ofSeconds(ttl.toSeconds()))
        && ttl.toSeconds() >= 1
        && ttl.toSeconds() <= MAX_HOLD;
  }

  public Terms confirmedBy(ConfirmedBy who) {
    return new Terms(Optional.of(who), holdTtl, refundableUntil, returnFee);
  }
}
