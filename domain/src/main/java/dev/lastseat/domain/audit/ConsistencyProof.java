package dev.lastseat.domain.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree begins with all the leaves of an earlier one (RFC 9162, section 2.1.4).
 *
 * @param from how many leaves the earlier one has, 1 at least
 * @param to how many the later one has
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** The way of section 2.1.4.2: the path adds up to both roots. */
  public boolean holds(Hash earlier, Hash later, TreeHasher hasher) {
    if (from < 1 || from > to) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && earlier.equals(later);
    }
    List<Hash> rest = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      rest.addFirst(earlier);
    }
    return !rest.isEmpty() && addsUp(rest, earlier, later, hasher);
  }

  private boolean addsUp(List<Hash> rest, Hash earlier, Hash later, TreeHasher hasher) {
    int up = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> up;
    long last = (to - 1) >> up;
    Hash old = rest.getFirst();
    Hash all = rest.getFirst();
    for (Hash beside : rest.subList(1, rest.size())) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        old = hasher.node(beside, old);
        all = hasher.node(beside, all);
        int skipped = Long.numberOfTrailingZeros(node);
        node >>= skipped;
        last >>= skipped;
      } else {
        all = hasher.node(all, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(earlier) && all.equals(later);
  }
}
