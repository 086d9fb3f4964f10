package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Claim;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's claim on some places of an event, as one of four states. {@code Pending -> Confirmed |
 * Cancelled | Expired} and {@code Confirmed -> Cancelled}; only the live states have a {@link
 * Claim}, and a transition is a method of the state that has it.
 */
public sealed interface Booking {
  BookingDetails details();

  default BookingId id() {
    return details().id();
  }

  /**
   * The booking as it is at that instant: a hold that is over has expired, whether or not that has
   * been written down yet.
   */
  default Booking asOf(Instant now) {
    return this instanceof Pending hold && hold.isOver(now) ? hold.expire(now) : this;
  }

  /** A booking whose places nobody else can have. */
  sealed interface Live extends Booking {
    Claim claim();

    Cancelled cancel(Instant now, Reason reason);
  }

  /** A hold; it can be confirmed before {@code expiresAt} and expires from that instant on. */
  record Pending(BookingDetails details, Claim claim, Instant expiresAt) implements Live {

    /**
     * The hold, bought.
     *
     * @throws IllegalStateException when now is not before {@code expiresAt}
     */
    public Confirmed confirm(Instant now) {
      if (isOver(now)) {
        throw new IllegalStateException("hold of " + id() + " ended at " + expiresAt);
      }
      return new Confirmed(details, claim, now);
    }

    /**
     * The hold, run out at its end, whenever somebody notices.
     *
     * @throws IllegalStateException when now is before {@code expiresAt}
     */
    public Expired expire(Instant now) {
      if (!isOver(now)) {
        throw new IllegalStateException("hold of " + id() + " runs until " + expiresAt);
      }
      return new Expired(details, expiresAt);
    }

    public boolean isOver(Instant now) {
      return !now.isBefore(expiresAt);
    }

    @Override
    public Cancelled cancel(Instant now, Reason reason) {
      return new Cancelled(details, Optional.empty(), now, reason);
    }
  }

  /** A sold booking. */
  record Confirmed(BookingDetails details, Claim claim, Instant confirmedAt) implements Live {
    @Override
    public Cancelled cancel(Instant now, Reason reason) {
      return new Cancelled(details, Optional.of(confirmedAt), now, reason);
    }
  }

  /**
   * Given back.
   *
   * @param confirmedAt when it had been sold; empty for a hold
   */
  record Cancelled(
      BookingDetails details, Optional<Instant> confirmedAt, Instant cancelledAt, Reason reason)
      implements Booking {}

  /** A hold that nobody confirmed in time. */
  record Expired(BookingDetails details, Instant expiredAt) implements Booking {}
}
