package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import org.bson.Document;

/** Positions in the collection {@code factPositions}, from the first step of a follower on. */
public record MongoFactPositions(Database db) implements FactPositions {
  @Override
  public long of(String follower) {
    return db.first(db.factPositions().find(eq(follower)))
        .map(it -> new DocumentFields("factPositions", it).number("position"))
        .orElse(0L);
  }

  @Override
  public boolean advance(String follower, long from, long to) {
    Document first = new Document("_id", follower).append("position", to);
    return (from == 0 && db.insert(db.factPositions(), first).isEmpty())
        || db.update(
            db.factPositions(),
            and(eq(follower), eq("position", from)),
            Updates.set("position", to));
  }
}
