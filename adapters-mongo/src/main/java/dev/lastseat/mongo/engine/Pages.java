package dev.lastseat.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.stored.Reading;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads one page of a collection, sorted by a field and then by id. */
public record Pages<T>(
    MongoCollection<Document> collection,
    SortField sort,
    boolean ascending,
    Bson projection,
    Function<Document, T> reader) {

  /** Whole documents, the latest by that time first. */
  public static <T> Pages<T> newestFirst(
      MongoCollection<Document> collection, String time, Function<Document, T> reader) {
    return new Pages<>(collection, new SortField(time, Kind.TIME), false, new Document(), reader);
  }

  /** All of those that are asked for. */
  public static Bson all(List<Optional<Bson>> conditions) {
    return and(conditions.stream().flatMap(Optional::stream).toList());
  }

  /** The type of a field that lists are sorted by. */
  public enum Kind {
    TEXT,
    NUMBER,
    TIME
  }

  /** A field that lists are sorted by, and how its values are told to whoever asks for more. */
  public record SortField(String name, Kind kind) {
    String key(Document document) {
      Object value = document.get(name);
      return String.valueOf(value instanceof Date time ? time.toInstant().toEpochMilli() : value);
    }

    /**
     * What {@link #key} told.
     *
     * @throws InvalidValue when it told something else
     */
    Object value(String key) {
      try {
        return switch (kind) {
          case TEXT -> key;
          case NUMBER -> Long.parseLong(key);
          case TIME -> Instant.ofEpochMilli(Long.parseLong(key));
        };
      } catch (NumberFormatException forged) {
        throw new InvalidValue("cursor", key, "must be one of this list");
      }
    }
  }

  public Page<T> read(Database db, Bson filter, PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered numbered -> {
        long total = db.ask(() -> collection.countDocuments(filter));
        var found = documents(db, filter, numbered.limit(), numbered.skipped());
        yield page(found, numbered.limit(), Optional.of(total));
      }
      case PageRequest.After(Optional<Position> after, int limit) -> {
        Bson following = after.map(it -> and(filter, follows(it))).orElse(filter);
        yield page(documents(db, following, limit, 0), limit, Optional.empty());
      }
    };
  }

  /** The first condition lets an index begin there, the second leaves out what was seen. */
  private Bson follows(Position position) {
    Object key = sort.value(position.key());
    return ascending
        ? and(gte(sort.name(), key), or(gt(sort.name(), key), gt("_id", position.id())))
        : and(lte(sort.name(), key), or(lt(sort.name(), key), lt("_id", position.id())));
  }

  /** One more than the page shows, to know whether another follows. */
  private List<Document> documents(Database db, Bson filter, int limit, int skipped) {
    return db.list(
        collection
            .find(filter)
            .projection(projection)
            .sort(order())
            .skip(skipped)
            .limit(limit + 1));
  }

  private Bson order() {
    return ascending ? Sorts.ascending(sort.name(), "_id") : Sorts.descending(sort.name(), "_id");
  }

  private Page<T> page(List<Document> documents, int limit, Optional<Long> total) {
    List<Document> shown = documents.stream().limit(limit).toList();
    List<Reading<T>> readings =
        shown.stream().map(it -> DocumentFields.reading(it, reader)).toList();
    return new Page<>(
        readings.stream().flatMap(it -> it.item().stream()).toList(),
        total,
        documents.size() > limit ? Optional.of(position(shown.getLast())) : Optional.empty(),
        readings.stream().flatMap(it -> it.leftOut().stream()).toList());
  }

  private Position position(Document document) {
    return new Position(sort.key(document), document.getString("_id"));
  }
}
