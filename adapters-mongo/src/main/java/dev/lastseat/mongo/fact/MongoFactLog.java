package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.mongo.engine.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/** The log in the collection {@code facts}, into which a {@link FactRelay} brings every fact. */
public record MongoFactLog(Database db) implements FactLog {

  @Override
  public List<RecordedFact> after(long sequence, int limit) {
    return read(gt("_id", sequence), "_id", limit);
  }

  @Override
  public List<RecordedFact> of(StreamId stream) {
    return read(eq("stream", stream.text()), "version", 0);
  }

  @Override
  public Map<StreamId, List<RecordedFact>> ofAll(Collection<StreamId> streams) {
    List<String> wanted = streams.stream().map(StreamId::text).toList();
    Map<StreamId, List<RecordedFact>> found =
        read(in("stream", wanted), "version", 0).stream()
            .collect(Collectors.groupingBy(it -> it.fact().stream()));
    return streams.stream()
        .distinct()
        .collect(Collectors.toMap(it -> it, it -> found.getOrDefault(it, List.of())));
  }

  @Override
  public List<RecordedFact> bookingsOf(EventId event, long after, int limit) {
    return read(
        and(
            eq("data.event", event.value()),
            eq("version", 1L),
            regex("kind", "^booking\\."),
            gt("_id", after)),
        "_id",
        limit);
  }

  private List<RecordedFact> read(Bson filter, String order, int limit) {
    var found = db.facts().find(filter).sort(Sorts.ascending(order)).limit(limit);
    return db.list(found, LogDocuments::fromDocument);
  }

  @Override
  public long head() {
    return new LogEnd(db).sequence();
  }
}
