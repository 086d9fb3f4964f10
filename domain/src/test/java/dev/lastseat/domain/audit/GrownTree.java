package dev.lastseat.domain.audit;

import dev.lastseat.domain.fake.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree with its tiles in memory, leaf by leaf. */
final class GrownTree implements MerkleTree.Tiles {
  static final TreeHasher HASHER = new TreeHasher(parts -> Hash.of(Sha256.of(parts)));

  /** High enough for three levels of tiles. */
  static final GrownTree NUMBERS = ofNumbers(70_000);

  final List<Hash> leaves = new ArrayList<>();
  private final Map<String, List<Hash>> tiles = new HashMap<>();
  private final TreeBuilder builder = new TreeBuilder(HASHER, this::keep);

  /** The leaves are the texts of 0, 1, 2 and so on. */
  private static GrownTree ofNumbers(int size) {
    GrownTree tree = new GrownTree();
    for (int leaf = 0; leaf < size; leaf++) {
      tree.add(String.valueOf(leaf).getBytes(StandardCharsets.UTF_8));
    }
    return tree;
  }

  void add(byte[] entry) {
    Hash leaf = HASHER.leaf(entry);
    leaves.add(leaf);
    builder.add(leaf);
  }

  Hash rootOfBuilder() {
    return builder.root();
  }

  /** Of all that was added. */
  MerkleTree tree() {
    builder.edge().forEach(this::keep);
    return new MerkleTree(HASHER, this);
  }

  void keep(Tile tile) {
    tiles.put(tile.level() + "/" + tile.index(), tile.hashes());
  }

  int tilesKept() {
    return tiles.size();
  }

  @Override
  public List<Hash> at(int level, long index) {
    return tiles.getOrDefault(level + "/" + index, List.of());
  }
}
