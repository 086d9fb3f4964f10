package dev.lastseat.embedded.sqlite.audit;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import java.util.List;
import java.util.Optional;

/**
 * Tiles in the table {@code tile}, checkpoints as the texts that they are in {@code checkpoint}.
 */
public record SqliteSealedTree(Database database) implements SealedTree {
  private static final String TILE = "select * from tile where level = ? and position = ?";
  private static final String KEEP_TILE =
      """
      insert into tile (level, position, hashes) values (?, ?, ?)
      on conflict (level, position) do update set hashes = excluded.hashes
      where length(excluded.hashes) > length(hashes)
      """;
  private static final String ADD =
      "insert or ignore into checkpoint (size, at, note) values (?, ?, ?)";
  private static final String NEWEST =
      "select * from checkpoint where size = (select max(size) from checkpoint)";
  private static final String OF_SIZE = "select * from checkpoint where size = ?";
  private static final String AFTER =
      "select * from checkpoint where size > ? order by size limit ?";

  @Override
  public List<Hash> at(int level, long index) {
    return database
        .first(TILE, row -> row.text("hashes", Tile::hashes), level, index)
        .orElse(List.of());
  }

  @Override
  public void add(List<Tile> tiles, Seal seal) {
    database.write(
        transaction -> {
          for (Tile tile : tiles) {
            transaction.update(KEEP_TILE, tile.level(), tile.index(), tile.text());
          }
          return transaction.update(ADD, seal.size(), seal.at(), seal.signed().note());
        });
  }

  @Override
  public Optional<Seal> newest() {
    return database.first(NEWEST, SqliteSealedTree::seal);
  }

  @Override
  public Optional<Seal> ofSize(long size) {
    return database.first(OF_SIZE, SqliteSealedTree::seal, size);
  }

  @Override
  public List<Seal> after(long size, int limit) {
    return database.scan(store -> store.list(AFTER, SqliteSealedTree::seal, size, limit));
  }

  private static Seal seal(Row row) {
    return new Seal(row.text("note", SignedCheckpoint::parse), row.time("at"));
  }
}
