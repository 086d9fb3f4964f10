package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import dev.lastseat.mongo.engine.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Copies facts from the documents that carry them to the log, and takes them away there once the
 * log has them. Any number of instances may do so at once: the log has no fact twice, and a
 * document to which a fact was added meanwhile keeps all of them for the next time (ADR 30).
 */
public record FactRelay(Database db, List<Source> sources) {
  private static final int BATCH = 500;

  /** Of one source, before it is the turn of the next one. */
  private static final int MOST_BATCHES = 20;

  /**
   * Documents that carry facts.
   *
   * @param stream the type of their streams
   * @param standing those whose facts may be told
   * @param key the fields that find one of them on its shard, besides its id
   */
  public record Source(
      MongoCollection<Document> collection, String stream, Bson standing, List<String> key) {

    private Bson unrelayed() {
      return and(exists("unrelayed"), standing);
    }

    private Bson projection() {
      return Projections.include(
          Stream.concat(key.stream(), EmbeddedFacts.FIELDS.stream()).toList());
    }

    private Stream<Document> facts(Document document) {
      String id = stream + ":" + document.getString("_id");
      List<Document> logged = new ArrayList<>();
      long version = EmbeddedFacts.before(document);
      for (Document fact : EmbeddedFacts.in(document)) {
        logged.add(LogDocuments.toDocument(id, ++version, fact));
      }
      return logged.stream();
    }

    private UpdateOneModel<Document> relayed(Document document) {
      List<Bson> still = new ArrayList<>();
      still.add(EmbeddedFacts.stillIn(document));
      key.forEach(field -> still.add(eq(field, document.get(field))));
      return new UpdateOneModel<>(and(still), EmbeddedFacts.relayed(document));
    }
  }

  /** In the order of the sources, and of each the oldest first. */
  public void sweep() {
    sources.forEach(this::sweep);
  }

  private void sweep(Source source) {
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      if (relay(source) < BATCH) {
        return;
      }
    }
  }

  private int relay(Source source) {
    List<Document> documents =
        db.list(
            source
                .collection()
                .find(source.unrelayed())
                .projection(source.projection())
                .sort(Sorts.ascending("unrelayed", "_id"))
                .limit(BATCH));
    if (!documents.isEmpty()) {
      new LogEnd(db).append(documents.stream().flatMap(source::facts).toList());
      db.updateAll(source.collection(), documents.stream().map(source::relayed).toList());
    }
    return documents.size();
  }
}
