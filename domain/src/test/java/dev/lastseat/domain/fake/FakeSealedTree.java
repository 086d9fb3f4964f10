package dev.lastseat.domain.fake;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.port.store.fact.SealedTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tiles and checkpoints in maps. */
public final class FakeSealedTree implements SealedTree {
  private final Map<String, List<Hash>> tiles = new HashMap<>();
  private final SortedMap<Long, Seal> seals = new TreeMap<>();

  @Override
  public synchronized List<Hash> at(int level, long index) {
    return tiles.getOrDefault(level + "/" + index, List.of());
  }

  @Override
  public synchronized void add(List<Tile> added, Seal seal) {
    for (Tile tile : added) {
      tiles.merge(
          tile.level() + "/" + tile.index(),
          tile.hashes(),
          (known, hashes) -> known.size() < hashes.size() ? hashes : known);
    }
    seals.putIfAbsent(seal.size(), seal);
  }

  @Override
  public synchronized Optional<Seal> newest() {
    return seals.values().stream().reduce((_, last) -> last);
  }

  @Override
  public synchronized Optional<Seal> ofSize(long size) {
    return Optional.ofNullable(seals.get(size));
  }

  @Override
  public synchronized List<Seal> after(long size, int limit) {
    return seals.tailMap(size + 1).values().stream().limit(limit).toList();
  }
}
