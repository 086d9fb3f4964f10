package dev.lastseat.domain.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The part of a user's allowance for one event that a booking uses up: distinct ordinals from 1 to
 * the event's maxTicketsPerUser, as many as the booking has places. Two live bookings of a user
 * never share one.
 */
public record Allowances(List<Integer> ordinals) {
  public Allowances {
    ordinals = Ordinals.ascending("allowances", ordinals);
  }

  /** The first ones, right for a user who has no booking for the event yet. */
  public static Allowances first(Quantity quantity) {
    return new Allowances(Ordinals.run(1, quantity.tickets()));
  }

  /**
   * The lowest ones that are not taken; empty when fewer than {@code quantity} of them are left.
   */
  public static Optional<Allowances> free(Set<Integer> taken, Quantity quantity, int maxPerUser) {
    List<Integer> free =
        IntStream.rangeClosed(1, maxPerUser)
            .filter(ordinal -> !taken.contains(ordinal))
            .limit(quantity.tickets())
            .boxed()
            .toList();
    return free.size() < quantity.tickets() ? Optional.empty() : Optional.of(new Allowances(free));
  }
}
