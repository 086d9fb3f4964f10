package dev.lastseat.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many items there are in all; only counted for {@link PageRequest.Numbered}
 * @param next where the following page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<Long> total, Optional<Position> next) {
  public Page {
    items = List.copyOf(items);
  }

  /** All items of a list, read page by page. */
  public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
    List<T> all = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      Page<T> page = list.apply(new PageRequest.After(position, PageRequest.MAX_LIMIT));
      all.addAll(page.items());
      position = page.next();
    } while (position.isPresent());
    return all;
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, next);
  }
}
