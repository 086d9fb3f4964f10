package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Finds the part of a user's allowance that a booking may use up. */
public final class AllowanceFinder {
  private final Bookings bookings;
  private final BookingChanges changes;
  private final RandomGenerator random;

  public AllowanceFinder(Bookings bookings, BookingChanges changes, RandomGenerator random) {
    this.bookings = bookings;
    this.changes = changes;
    this.random = random;
  }

  /** Saves a look at the store; wrong for a user's second booking. */
  static Allowances guess(Quantity quantity) {
    return Allowances.first(quantity);
  }

  /** Others than those that were spent; empty when the user has too few left. */
  Optional<Allowances> instead(Attempt lost) {
    Optional<Allowances> free = free(lost);
    if (free.isEmpty()) {
      changes.expireOverdue(lost.event().id());
      free = free(lost);
    }
    return free;
  }

  /**
   * The lowest free ones at first. Whoever loses those as well has company, and chooses at random:
   * many requests of one user would else choose the same again and again.
   */
  private Optional<Allowances> free(Attempt lost) {
    EventId event = lost.event().id();
    Quantity quantity = lost.request().quantity();
    int max = lost.event().details().maxTicketsPerUser();
    Set<Integer> taken = bookings.allowancesTaken(event, lost.user());
    return lost.allowances().equals(guess(quantity))
        ? Allowances.free(taken, quantity, max)
        : Allowances.anyFree(taken, quantity, max, random);
  }
}
