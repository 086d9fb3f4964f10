package dev.lastseat.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A tree that grows leaf by leaf. It keeps the tiles at its right edge, one a level, and gives away
 * each one that is complete.
 */
public final class TreeBuilder {
  private final TreeHasher hasher;
  private final Consumer<Tile> complete;
  private final List<List<Hash>> edge = new ArrayList<>();
  private long size;

  /** Without leaves. */
  public TreeBuilder(TreeHasher hasher, Consumer<Tile> complete) {
    this.hasher = hasher;
    this.complete = complete;
  }

  /** With the first so many leaves of the tree that the tiles are of, which may have more. */
  public static TreeBuilder at(
      long size, TreeHasher hasher, MerkleTree.Tiles tiles, Consumer<Tile> complete) {
    TreeBuilder builder = new TreeBuilder(hasher, complete);
    builder.size = size;
    for (long row = size; row > 0; row /= Tile.WIDTH) {
      int width = (int) (row % Tile.WIDTH);
      List<Hash> stored = tiles.first(width, builder.edge.size(), row / Tile.WIDTH);
      builder.edge.add(new ArrayList<>(stored));
    }
    return builder;
  }

  public void add(Hash leaf) {
    size++;
    add(0, leaf);
  }

  private void add(int level, Hash hash) {
    if (level == edge.size()) {
      edge.add(new ArrayList<>());
    }
    List<Hash> tile = edge.get(level);
    tile.add(hash);
    if (tile.size() == Tile.WIDTH) {
      complete.accept(new Tile(level, index(level), tile));
      Hash whole = hasher.complete(tile);
      tile.clear();
      add(level + 1, whole);
    }
  }

  /** Of the tile that the last leaf is in or below. */
  private long index(int level) {
    return (size - 1) >> (Tile.HEIGHT * (level + 1));
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return new MerkleTree(hasher, (level, _) -> edge.get(level)).root(size);
  }

  /** The tiles that are not complete yet. */
  public List<Tile> edge() {
    return IntStream.range(0, edge.size())
        .filter(level -> !edge.get(level).isEmpty())
        .mapToObj(level -> new Tile(level, index(level), edge.get(level)))
        .toList();
  }
}
