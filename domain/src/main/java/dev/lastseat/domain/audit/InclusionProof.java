package dev.lastseat.domain.audit;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162, section 2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** The way of section 2.1.3.2: what the leaf and the path add up to must be the tree's root. */
  public boolean holds(Hash leaf, Hash root, TreeHasher hasher) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash sum = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        sum = hasher.node(beside, sum);
        int up = Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        sum = hasher.node(sum, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && sum.equals(root);
  }
}
