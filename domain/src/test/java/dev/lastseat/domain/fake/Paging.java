package dev.lastseat.domain.fake;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts pages out of a list that is sorted by position. */
final class Paging {
  /** By code points, as stores compare; Java's own order is that of UTF-16. */
  private static final Comparator<String> TEXT =
      Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

  private static final Comparator<Position> ASCENDING =
      Comparator.comparing(Position::key, TEXT).thenComparing(Position::id);

  private Paging() {}

  static <T> Page<T> page(
      Collection<T> all, Function<T, Position> position, boolean ascending, PageRequest request) {
    Comparator<Position> order = ascending ? ASCENDING : ASCENDING.reversed();
    List<T> sorted = all.stream().sorted(Comparator.comparing(position, order)).toList();
    return switch (request) {
      case PageRequest.Numbered numbered -> {
        List<T> rest = sorted.stream().skip(numbered.skipped()).toList();
        yield first(rest, numbered.limit(), Optional.of((long) sorted.size()), position);
      }
      case PageRequest.After(Optional<Position> after, int limit) -> {
        List<T> rest =
            sorted.stream().filter(item -> follows(position.apply(item), after, order)).toList();
        yield first(rest, limit, Optional.empty(), position);
      }
    };
  }

  /** Keys are compared as text. */
  static String key(Instant instant) {
    return "%019d%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }

  static String key(long number) {
    return "%019d".formatted(number);
  }

  private static boolean follows(
      Position item, Optional<Position> after, Comparator<Position> order) {
    return after.map(position -> order.compare(item, position) > 0).orElse(true);
  }

  private static <T> Page<T> first(
      List<T> rest, int limit, Optional<Long> total, Function<T, Position> position) {
    List<T> items = rest.stream().limit(limit).toList();
    return new Page<>(
        items,
        total,
        rest.size() > limit ? Optional.of(position.apply(items.getLast())) : Optional.empty());
  }
}
