package dev.lastseat.domain.claim;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What places, allowances and numbers of tickets have in common: a few distinct ordinals from 1 up,
 * in ascending order.
 */
public final class Ordinals {
  private static final Pattern RUNS = Pattern.compile(",");

  private Ordinals() {}

  public static List<Integer> ascending(String field, Collection<Integer> ordinals) {
    List<Integer> sorted = ordinals.stream().sorted().toList();
    boolean distinct = sorted.stream().distinct().count() == sorted.size();
    if (sorted.isEmpty() || sorted.getFirst() < 1 || !distinct) {
      throw new InvalidValue(field, ordinals, "must be distinct ordinals from 1 up");
    }
    return sorted;
  }

  static List<Integer> run(int first, int count) {
    return IntStream.range(first, first + count).boxed().toList();
  }

  /** As runs: {@code 1-3,7}. */
  public static String text(List<Integer> ascending) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ascending.size(); i++) {
      int first = ascending.get(i);
      while (i + 1 < ascending.size() && ascending.get(i + 1) == ascending.get(i) + 1) {
        i++;
      }
      int last = ascending.get(i);
      text.append(text.isEmpty() ? "" : ",").append(first).append(last > first ? "-" + last : "");
    }
    return text.toString();
  }

  /** What {@link #text} wrote. */
  public static List<Integer> parse(String text) {
    return RUNS.splitAsStream(text).flatMap(Ordinals::run).toList();
  }

  private static Stream<Integer> run(String text) {
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
    return IntStream.rangeClosed(first, last).boxed();
  }
}
