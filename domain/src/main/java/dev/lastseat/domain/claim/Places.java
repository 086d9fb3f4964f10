package dev.lastseat.domain.claim;

import java.util.Collection;
import java.util.List;

/** Some places of one event: distinct ordinals from 1 up, ascending, at least one. */
public record Places(List<Integer> ordinals) {
  public Places {
    ordinals = Ordinals.ascending("places", ordinals);
  }

  public static Places of(Collection<Integer> ordinals) {
    return new Places(List.copyOf(ordinals));
  }

  public static Places of(Integer... ordinals) {
    return new Places(List.of(ordinals));
  }

  /** The {@code count} places from {@code first} on. */
  public static Places run(int first, int count) {
    return new Places(Ordinals.run(first, count));
  }

  public int count() {
    return ordinals.size();
  }

  public int last() {
    return ordinals.getLast();
  }

  /** Whether all of these exist in an event of so many tickets. */
  public boolean within(int totalTickets) {
    return last() <= totalTickets;
  }

  /** As runs: {@code 1-3,7}. */
  public String text() {
    return Ordinals.text(ordinals);
  }

  /** What {@link #text} wrote. */
  public static Places parse(String text) {
    return new Places(Ordinals.parse(text));
  }
}
