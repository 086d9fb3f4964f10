package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A user's claim on some places of an event, as one of four states. {@code Pending -> Confirmed |
 * Cancelled | Expired}, {@code Confirmed -> Cancelled}, and {@code Confirmed -> Confirmed} where
 * only some of its tickets are given back; only the live states have a {@link Claim}, and a
 * transition is a method of the state that has it.
 */
public sealed interface Booking {
  BookingDetails details();

  default BookingId id() {
    return details().id();
  }

  /** What was given back of it since it was sold. */
  default Returns returns() {
    return Returns.NONE;
  }

  /** The places that nobody else can have; none where it is not live. */
  default List<Integer> places() {
    return this instanceof Live live ? live.claim().places().ordinals() : List.of();
  }

  /** When the hold ends that it is. */
  default Optional<Instant> heldUntil() {
    return this instanceof Pending hold ? Optional.of(hold.expiresAt()) : Optional.empty();
  }

  /** When it was sold, whatever became of it since. */
  default Optional<Instant> boughtAt() {
    return switch (this) {
      case Confirmed sold -> Optional.of(sold.confirmedAt());
      case Cancelled cancelled -> cancelled.confirmedAt();
      case Pending _, Expired _ -> Optional.empty();
    };
  }

  /** The booking where it was given back. */
  default Optional<Cancelled> cancelled() {
    return this instanceof Cancelled cancelled ? Optional.of(cancelled) : Optional.empty();
  }

  /** What its tickets cost. */
  default Totals totals() {
    Money price = details().unitPrice();
    int standing = this instanceof Live live ? live.claim().places().count() : 0;
    return new Totals(
        details().totalPrice(),
        price.times(standing),
        price.times(returns().tickets().size()),
        returns().fees(price.currency()));
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
      return new Cancelled(details, Optional.empty(), now, reason, Returns.NONE);
    }
  }

  /**
   * A sold booking.
   *
   * @param claim of the tickets that were not given back, in the order of their numbers
   */
  record Confirmed(BookingDetails details, Claim claim, Instant confirmedAt, Returns returns)
      implements Live {
    public Confirmed {
      int sold = details.quantity().tickets();
      if (claim.places().count() + returns.tickets().size() != sold) {
        throw new InvalidValue("returns", returns, "must be all but the places of " + sold);
      }
    }

    /** Of which nothing was given back. */
    public Confirmed(BookingDetails details, Claim claim, Instant confirmedAt) {
      this(details, claim, confirmedAt, Returns.NONE);
    }

    /** The numbers of the tickets that were not given back, ascending. */
    public List<Integer> tickets() {
      List<Integer> returned = returns.tickets();
      return IntStream.rangeClosed(1, details.quantity().tickets())
          .filter(number -> !returned.contains(number))
          .boxed()
          .toList();
    }

    /** The place of the ticket of that number, which was not given back. */
    public int place(int ticket) {
      return claim.places().ordinals().get(tickets().indexOf(ticket));
    }

    /**
     * What stands of it when these tickets are given back, which were not before; cancelled when
     * nothing does.
     */
    public Booking giveBack(Return tickets) {
      List<Integer> kept = new ArrayList<>(tickets());
      kept.removeAll(tickets.tickets());
      return kept.isEmpty()
          ? cancel(tickets, Reason.RETURNED)
          : new Confirmed(details, claim.at(indexes(kept)), confirmedAt, returns.with(tickets));
    }

    /** Where those tickets are among the ones that were not given back. */
    private List<Integer> indexes(List<Integer> numbers) {
      return numbers.stream().map(tickets()::indexOf).toList();
    }

    /** For all of its price. */
    @Override
    public Cancelled cancel(Instant now, Reason reason) {
      return cancel(now, reason, Optional.empty());
    }

    /** All that stands of it, less what is kept. */
    public Cancelled cancel(Instant now, Reason reason, Optional<ReturnFee> fee) {
      return cancel(
          new Return(tickets(), fee(tickets().size(), fee), now, Optional.empty()), reason);
    }

    private Cancelled cancel(Return rest, Reason reason) {
      return new Cancelled(
          details, Optional.of(confirmedAt), rest.at(), reason, returns.with(rest));
    }

    /** What is kept when so many more of its tickets are given back. */
    public Money fee(int tickets, Optional<ReturnFee> fee) {
      Money price = details.unitPrice();
      return fee.map(it -> it.of(tickets, price, returns)).orElse(new Money(0, price.currency()));
    }
  }

  /**
   * Given back.
   *
   * @param confirmedAt when it had been sold; empty for a hold
   * @param returns of a sold one, all of its tickets
   */
  record Cancelled(
      BookingDetails details,
      Optional<Instant> confirmedAt,
      Instant cancelledAt,
      Reason reason,
      Returns returns)
      implements Booking {}

  /** A hold that nobody confirmed in time. */
  record Expired(BookingDetails details, Instant expiredAt) implements Booking {}
}
