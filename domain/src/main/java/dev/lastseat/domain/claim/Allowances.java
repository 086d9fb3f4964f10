package dev.lastseat.domain.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
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

  /** Whether all of them are within the limit. */
  public boolean within(int maxPerUser) {
    return ordinals.getLast() <= maxPerUser;
  }

  /** The first ones, right for a user who has no booking for the event yet. */
  public static Allowances first(Quantity quantity) {
    return after(0, quantity);
  }

  /** Those that follow the last one that is used up. */
  public static Allowances after(int last, Quantity quantity) {
    return new Allowances(Ordinals.run(last + 1, quantity.tickets()));
  }

  /**
   * What no limit counts: those behind all that are taken, and behind any that a limit allows.
   *
   * @param most what a limit allows at the most
   */
  public static Allowances beyond(int most, Set<Integer> taken, Quantity quantity) {
    return after(taken.stream().reduce(most, Math::max), quantity);
  }

  /**
   * The lowest ones that are not taken; empty when fewer than {@code quantity} of them are left.
   */
  public static Optional<Allowances> free(Set<Integer> taken, Quantity quantity, int maxPerUser) {
    return from(0, notTaken(taken, maxPerUser), quantity);
  }

  /**
   * Neighbours among those that are not taken, anywhere; empty when fewer than {@code quantity} of
   * them are left. Two who choose like this at the same time rarely choose the same.
   */
  public static Optional<Allowances> anyFree(
      Set<Integer> taken, Quantity quantity, int maxPerUser, RandomGenerator random) {
    List<Integer> free = notTaken(taken, maxPerUser);
    return from(free.isEmpty() ? 0 : random.nextInt(free.size()), free, quantity);
  }

  /** Those beyond the limit count too: it was lowered after they were taken. */
  private static List<Integer> notTaken(Set<Integer> taken, int maxPerUser) {
    return IntStream.rangeClosed(1, maxPerUser)
        .filter(ordinal -> !taken.contains(ordinal))
        .limit(Math.max(0, maxPerUser - taken.size()))
        .boxed()
        .toList();
  }

  /** As many as are wanted from that index on, and from the beginning again behind the end. */
  private static Optional<Allowances> from(int start, List<Integer> free, Quantity quantity) {
    int count = quantity.tickets();
    return free.size() < count
        ? Optional.empty()
        : Optional.of(
            new Allowances(
                IntStream.range(start, start + count)
                    .mapToObj(index -> free.get(index % free.size()))
                    .toList()));
  }

  /** As runs: {@code 1-3,7}. */
  public String text() {
    return Ordinals.text(ordinals);
  }

  /** What {@link #text} wrote. */
  public static Allowances parse(String text) {
    return new Allowances(Ordinals.parse(text));
  }
}
