package dev.lastseat.mongo.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Tiles in the collection {@code tiles}, checkpoints as the texts that they are in {@code
 * checkpoints}; its size is the id of each.
 */
public record MongoSealedTree(Database db) implements SealedTree {
  @Override
  public List<Hash> at(int level, long index) {
    return db.first(db.tiles().find(eq(id(level, index))))
        .map(tile -> new DocumentFields("tiles", tile).text("hashes", Tile::hashes))
        .orElse(List.of());
  }

  private static String id(int level, long index) {
    return level + "/" + index;
  }

  @Override
  public void add(List<Tile> tiles, Seal seal) {
    tiles.forEach(this::keep);
    Document document =
        new Document("_id", seal.size())
            .append("at", seal.at())
            .append("note", seal.signed().note());
    Optional<String> _ = db.insert(db.checkpoints(), document);
  }

  /** Inserted, or made longer; whoever is between the two leaves it longer still. */
  private void keep(Tile tile) {
    String id = id(tile.level(), tile.index());
    int count = tile.hashes().size();
    Document document =
        new Document("_id", id).append("count", count).append("hashes", tile.text());
    if (db.insert(db.tiles(), document).isPresent()) {
      Bson change =
          Updates.combine(Updates.set("count", count), Updates.set("hashes", tile.text()));
      boolean _ = db.update(db.tiles(), and(eq(id), lt("count", count)), change);
    }
  }

  @Override
  public Optional<Seal> newest() {
    return db.first(db.checkpoints().find().sort(Sorts.descending("_id")), MongoSealedTree::seal);
  }

  @Override
  public Optional<Seal> ofSize(long size) {
    return db.first(db.checkpoints().find(eq(size)), MongoSealedTree::seal);
  }

  @Override
  public List<Seal> after(long size, int limit) {
    var larger = db.checkpoints().find(gt("_id", size)).sort(Sorts.ascending("_id")).limit(limit);
    return db.list(larger, MongoSealedTree::seal);
  }

  private static Seal seal(Document document) {
    Fields fields = new DocumentFields("checkpoints", document);
    return new Seal(fields.text("note", SignedCheckpoint::parse), fields.time("at"));
  }
}
