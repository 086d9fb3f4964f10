package dev.lastseat.domain.audit;

import dev.lastseat.domain.fact.FactText;
import dev.lastseat.domain.fact.RecordedFact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of RFC 6962, section 2.1. Leaves and nodes begin with a byte of their own, so that no
 * node can be passed off as a leaf.
 */
public record TreeHasher(HashFunction sha256) {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** Of the tree without leaves. */
  public Hash empty() {
    return sha256.of();
  }

  /** Of a fact in the log. */
  public Hash leaf(RecordedFact fact) {
    return leaf(FactText.of(fact).getBytes(StandardCharsets.UTF_8));
  }

  Hash leaf(byte[] entry) {
    return sha256.of(LEAF, entry);
  }

  Hash node(Hash left, Hash right) {
    return sha256.of(NODE, left.bytes(), right.bytes());
  }

  /** Of a complete subtree over these: a power of two of them. */
  Hash complete(List<Hash> hashes) {
    List<Hash> row = hashes;
    while (row.size() > 1) {
      List<Hash> above = new ArrayList<>(row.size() / 2);
      for (int left = 0; left < row.size(); left += 2) {
        above.add(node(row.get(left), row.get(left + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }
}
