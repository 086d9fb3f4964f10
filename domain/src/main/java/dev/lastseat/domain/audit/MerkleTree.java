package dev.lastseat.domain.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree whose leaves are counted from 0 (RFC 6962, section 2.1). It may have more leaves
 * than it is asked about: of the first so many, it knows the root and proves what is among them, as
 * long as its tiles reach that far. Each answer reads about as many tiles as the tree is high.
 */
public record MerkleTree(TreeHasher hasher, Tiles tiles) {

  /** Where its tiles are: the hashes of one, none if there is no such tile. */
  @FunctionalInterface
  public interface Tiles {
    List<Hash> at(int level, long index);

    /** The first so many of its hashes, which must be there. */
    default List<Hash> first(int count, int level, long index) {
      List<Hash> hashes = at(level, index);
      if (hashes.size() < count) {
        throw new IllegalStateException(
            "tile %d/%d of the tree has %d hashes, and should have %d at least"
                .formatted(level, index, hashes.size(), count));
      }
      return hashes.subList(0, count);
    }
  }

  /** The hash over the first so many leaves. */
  public Hash root(long size) {
    return size == 0 ? hasher.empty() : subtree(0, size);
  }

  /** That the leaf is the one at the index, of the first so many. */
  public InclusionProof inclusion(long index, long size) {
    List<Hash> path = new ArrayList<>();
    walkTo(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /** That the first {@code to} leaves begin with the first {@code from}. */
  public ConsistencyProof consistency(long from, long to) {
    List<Hash> path = new ArrayList<>();
    walkAlong(from, 0, to, true, path);
    return new ConsistencyProof(from, to, path);
  }

  /** PATH of the RFC. */
  private void walkTo(long index, long first, long end, List<Hash> path) {
    if (end - first == 1) {
      return;
    }
    long middle = middle(first, end);
    if (index < middle) {
      walkTo(index, first, middle, path);
      path.add(subtree(middle, end));
    } else {
      walkTo(index, middle, end, path);
      path.add(subtree(first, middle));
    }
  }

  /**
   * SUBPROOF of the RFC; {@code known} is its {@code b}: the asker has the hash of that subtree.
   */
  private void walkAlong(long from, long first, long end, boolean known, List<Hash> path) {
    if (from == end) {
      if (!known) {
        path.add(subtree(first, end));
      }
      return;
    }
    long middle = middle(first, end);
    if (from <= middle) {
      walkAlong(from, first, middle, known, path);
      path.add(subtree(middle, end));
    } else {
      walkAlong(from, middle, end, false, path);
      path.add(subtree(first, middle));
    }
  }

  /** Only the rightmost subtree is ever incomplete, and it falls into complete ones. */
  private Hash subtree(long first, long end) {
    long leaves = end - first;
    if (Long.bitCount(leaves) == 1) {
      return complete(Long.numberOfTrailingZeros(leaves), first);
    }
    long middle = middle(first, end);
    return hasher.node(subtree(first, middle), subtree(middle, end));
  }

  /** The largest power of two that leaves something on the right. */
  private static long middle(long first, long end) {
    return first + Long.highestOneBit(end - first - 1);
  }

  private Hash complete(int height, long firstLeaf) {
    int level = height / Tile.HEIGHT;
    int count = 1 << height % Tile.HEIGHT;
    long inRow = firstLeaf >> (level * Tile.HEIGHT);
    int offset = (int) (inRow % Tile.WIDTH);
    List<Hash> tile = tiles.first(offset + count, level, inRow / Tile.WIDTH);
    return hasher.complete(tile.subList(offset, offset + count));
  }
}
