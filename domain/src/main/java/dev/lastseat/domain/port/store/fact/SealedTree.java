package dev.lastseat.domain.port.store.fact;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.MerkleTree;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * The tiles of the tree over the log of facts, and the checkpoints that were signed of it. Any
 * number may seal at once, for what they write is the same: of two tiles at one place the longer
 * one stays, and of two checkpoints of one size the first.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time.
 */
public interface SealedTree extends MerkleTree.Tiles {
  /** The hashes of the tile; none if there is no such tile. */
  @Override
  List<Hash> at(int level, long index);

  /** Keeps the tiles and then the checkpoint: whoever sees the one sees the others. */
  void add(List<Tile> tiles, Seal seal);

  /** That of the most facts. */
  Optional<Seal> newest();

  /** That of so many facts. */
  Optional<Seal> ofSize(long size);

  /** Those of more than so many facts, the smallest first; at most {@code limit}. */
  List<Seal> after(long size, int limit);
}
