package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.groupingBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Copies facts from the documents that carry them to the log, and takes them away there once the
 * log has them. Any number of instances may do so at once: the log has no fact twice, and a
 * document to which a fact was added meanwhile keeps all of them for the next time (ADR 30). One
 * that was removed is deleted then (ADR 35).
 */
public record FactRelay(Database db, List<Source> sources) {
  private static final int BATCH = 500;

  /** Of one source, before it is the turn of the next one. */
  private static final int MOST_BATCHES = 20;

  /**
   * Documents that carry facts.
   *
   * @param stream the type of their streams
   * @param id the field with the id of its stream
   * @param standing those whose facts may be told
   * @param key the fields that find one of them besides its id: on its shard, or among those that
   *     have had that id
   */
  public record Source(
      MongoCollection<Document> collection,
      String stream,
      String id,
      Bson standing,
      List<String> key) {

    /** Those of which all may be told, and which are found by their id. */
    public static Source of(MongoCollection<Document> collection, String stream) {
      return new Source(collection, stream, "_id", new Document(), List.of());
    }

    private Bson unrelayed() {
      return and(exists("unrelayed"), standing);
    }

    private Bson projection() {
      return Projections.include(
          Stream.of(key, EmbeddedFacts.FIELDS, List.of(id, "removed"))
              .flatMap(List::stream)
              .toList());
    }

    private Stream<Fact> facts(Database db, Collection<StreamId> streams) {
      List<String> ids =
          streams.stream().filter(it -> it.type().equals(stream)).map(StreamId::id).toList();
      if (ids.isEmpty()) {
        return Stream.empty();
      }
      var carrying = collection.find(and(in(id, ids), exists("unrelayed")));
      return db.list(carrying.projection(projection())).stream()
          .flatMap(this::facts)
          .map(LogDocuments::fact);
    }

    private Stream<Document> facts(Document document) {
      String name = stream + ":" + document.getString(id);
      List<Document> logged = new ArrayList<>();
      long version = EmbeddedFacts.before(document);
      for (Document fact : EmbeddedFacts.in(document)) {
        logged.add(LogDocuments.toDocument(name, ++version, fact));
      }
      return logged.stream();
    }

    /** One write for all that are alike but for their id: most have their first fact to tell. */
    private List<WriteModel<Document>> relayed(List<Document> documents) {
      return documents.stream().collect(groupingBy(this::still)).entrySet().stream()
          .map(alike -> relayed(alike.getKey(), alike.getValue()))
          .toList();
    }

    private Document still(Document document) {
      Document still = EmbeddedFacts.stillIn(document);
      key.forEach(field -> still.append(field, document.get(field)));
      return still;
    }

    private static WriteModel<Document> relayed(Document still, List<Document> documents) {
      Bson all = and(in("_id", documents.stream().map(it -> it.get("_id")).toList()), still);
      Document one = documents.getFirst();
      return EmbeddedFacts.areLast(one)
          ? new DeleteManyModel<>(all)
          : new UpdateManyModel<>(all, EmbeddedFacts.relayed(one));
    }
  }

  /** Those of the streams that are not relayed yet, whether they may be told or not. */
  public List<Fact> underway(Collection<StreamId> streams) {
    return sources.stream().flatMap(source -> source.facts(db, streams)).toList();
  }

  /** When the oldest fact happened that the log does not have yet. */
  public Optional<Instant> oldest() {
    return sources.stream()
        .map(Source::collection)
        .flatMap(
            carrying ->
                db
                    .first(
                        carrying
                            .find(exists("unrelayed"))
                            .projection(Projections.include("unrelayed"))
                            .sort(Sorts.ascending("unrelayed", "_id")))
                    .stream())
        .map(document -> document.getDate("unrelayed").toInstant())
        .min(Comparator.naturalOrder());
  }

  /**
   * In the order of the sources, and of each the oldest first.
   *
   * @return whether this should be done again soon: there were some, and no other relay was met, or
   *     all of them would be in each other's way
   */
  public boolean sweep() {
    boolean soon = false;
    for (Source source : sources) {
      soon |= sweep(source);
    }
    return soon;
  }

  private boolean sweep(Source source) {
    boolean soon = false;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      List<Document> documents = oldest(source);
      soon |= !documents.isEmpty() && relay(source, documents);
      if (documents.size() < BATCH) {
        return soon;
      }
    }
    return soon;
  }

  private List<Document> oldest(Source source) {
    return db.list(
        source
            .collection()
            .find(source.unrelayed())
            .projection(source.projection())
            .sort(Sorts.ascending("unrelayed", "_id"))
            .limit(BATCH));
  }

  /** Whether no other relay was met. */
  private boolean relay(Source source, List<Document> documents) {
    boolean alone = new LogEnd(db).append(documents.stream().flatMap(source::facts).toList());
    db.updateAll(source.collection(), source.relayed(documents));
    return alone;
  }
}
