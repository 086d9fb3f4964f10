package dev.lastseat.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many items there are in all; only counted for {@link PageRequest.Numbered}
 * @param next where the following page begins; empty on the last one
 * @param leftOut what is stored between these and makes no sense: a line for each, with what it is
 */
public record Page<T>(
    List<T> items, Optional<Long> total, Optional<Position> next, List<String> leftOut) {
  public Page {
    items = List.copyOf(items);
    leftOut = List.copyOf(leftOut);
  }

  /** With all that there is. */
  public Page(List<T> items, Optional<Long> total, Optional<Position> next) {
    this(items, total, next, List.of());
  }

  /** All items of a list, read page by page. */
  public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
    List<T> all = new ArrayList<>();
    each(list, all::addAll);
    return all;
  }

  /** The items of a list, page by page. */
  public static <T> void each(Function<PageRequest, Page<T>> list, Consumer<List<T>> use) {
    Optional<Position> position = Optional.empty();
    do {
      Page<T> page = list.apply(new PageRequest.After(position, PageRequest.MAX_LIMIT));
      use.accept(page.items());
      position = page.next();
    } while (position.isPresent());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, next, leftOut);
  }
}
