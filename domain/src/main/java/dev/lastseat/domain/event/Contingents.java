package dev.lastseat.domain.event;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The contingents of an event. They lie on its first places, one behind the other, and stay there
 * when they are released (ADR 51).
 */
public record Contingents(List<Contingent> list) {
  public static final int MAX = 20;
  public static final Contingents NONE = new Contingents(List.of());

  public Contingents {
    list = List.copyOf(list);
    if (list.size() > MAX) {
      throw new InvalidValue("contingents", list.size(), "must be " + MAX + " at most");
    }
    if (list.stream().map(Contingent::name).distinct().count() < list.size()) {
      throw new InvalidValue("contingents", list, "must have different names");
    }
  }

  /** Their last place; 0 without any. */
  public int last() {
    return list.isEmpty() ? 0 : range(list.size() - 1).last();
  }

  private Range range(int index) {
    int before = list.stream().limit(index).mapToInt(Contingent::size).sum();
    return new Range(before + 1, before + list.get(index).size());
  }

  /** What everybody may buy of an event that has so many places. */
  public PlaceRanges open(int totalTickets, Instant at) {
    List<Range> open = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isReleased(at)) {
        open.add(range(i));
      }
    }
    if (last() < totalTickets) {
      open.add(new Range(last() + 1, totalTickets));
    }
    return new PlaceRanges(open);
  }

  /** The places of the one with that name; empty when there is none, or it is released. */
  public Optional<PlaceRanges> kept(String name, Instant at) {
    return kept(at)
        .filter(index -> list.get(index).name().equals(name))
        .mapToObj(index -> PlaceRanges.of(range(index)))
        .findFirst();
  }

  /** All that are not released. */
  public List<Range> keptRanges(Instant at) {
    return kept(at).mapToObj(this::range).toList();
  }

  /**
   * How many places are free in those that are not released.
   *
   * @param sold how many places of each are taken, by name
   */
  public int left(Map<String, Integer> sold, Instant at) {
    return kept(at)
        .mapToObj(list::get)
        .mapToInt(it -> Math.max(0, it.size() - sold.getOrDefault(it.name(), 0)))
        .sum();
  }

  private IntStream kept(Instant at) {
    return IntStream.range(0, list.size()).filter(index -> !list.get(index).isReleased(at));
  }

  /** Whether any was released after {@code since}, until {@code now}. */
  public boolean anyReleased(Instant since, Instant now) {
    return list.stream().anyMatch(it -> it.isReleased(now) && !it.isReleased(since));
  }

  /** Whether those of an event that was published may be changed to the others. */
  boolean mayBecome(Contingents others, Instant now) {
    return list.size() == others.list.size()
        && IntStream.range(0, list.size())
            .allMatch(index -> list.get(index).mayBecome(others.list.get(index), now));
  }

  /** A line each. */
  public String text() {
    return list.stream().map(Contingent::line).collect(Collectors.joining("\n"));
  }

  /** What {@link #text} wrote. */
  public static Contingents parse(String text) {
    return new Contingents(text.lines().map(Contingent::parse).toList());
  }
}
