package dev.lastseat.domain.shared;

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

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, next);
  }
}
