package dev.lastseat.application.claim;

import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Finds the part of a user's allowance that a booking may use up. */
public record AllowanceFinder(Bookings bookings, BookingChanges changes, RandomGenerator random) {
  /**
   * Saves a look at the store: those behind what the user has used up, as far as this process knows
   * it, or else the first. What staff sells counts for no limit.
   */
  Allowances guess(UserId user, Event event, TicketRequest request) {
    Quantity quantity = request.quantity();
    if (request.sale().isPresent()) {
      return beyondLimits(event.id(), user, quantity);
    }
    int last = changes.allowances().lastUsed(user, event);
    Allowances next = Allowances.after(last, quantity);
    return next.within(event.details().maxTicketsPerUser()) ? next : Allowances.first(quantity);
  }

  private Allowances beyondLimits(EventId event, UserId user, Quantity quantity) {
    Set<Integer> taken = bookings.allowancesTaken(event, user);
    return Allowances.beyond(EventDetails.MAX_PER_USER, taken, quantity);
  }

  /** The attempt was recorded. */
  void used(Attempt recorded) {
    changes.allowances().used(recorded.user(), recorded.event(), recorded.allowances());
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
   * The lowest free ones at first. Whoever has lost a round before has company, and chooses at
   * random: many requests of one user would else choose the same again and again.
   */
  private Optional<Allowances> free(Attempt lost) {
    Quantity quantity = lost.request().quantity();
    if (lost.request().sale().isPresent()) {
      return Optional.of(beyondLimits(lost.event().id(), lost.user(), quantity));
    }
    int max = lost.event().details().maxTicketsPerUser();
    Set<Integer> taken =
        bookings.allowancesTaken(lost.event().id(), lost.user()).stream()
            .filter(it -> it <= EventDetails.MAX_PER_USER)
            .collect(Collectors.toSet());
    int last = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
    if (last <= max) {
      changes.allowances().lastUsed(lost.user(), lost.event(), last);
    }
    return lost.round() == 0
        ? Allowances.free(taken, quantity, max)
        : Allowances.anyFree(taken, quantity, max, random);
  }
}
