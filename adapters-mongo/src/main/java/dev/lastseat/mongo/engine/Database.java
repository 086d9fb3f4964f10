package dev.lastseat.mongo.engine;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The one way to ask something of the collections. Every question is asked again when the server
 * says that nothing happened because others were there; any other failure is a {@link
 * dev.lastseat.domain.port.StoreUnavailable}.
 *
 * @param lists whom lists are asked of, which may show what was a while ago
 * @param random must be safe for many threads
 */
public record Database(
    MongoDatabase mongo, ReadPreference lists, Clock clock, RandomGenerator random)
    implements Collections {
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final long PATIENCE_MINUTES = 30;

  /** Everything is asked of the primary. */
  public Database(MongoDatabase mongo, Clock clock, RandomGenerator random) {
    this(mongo, ReadPreference.primary(), clock, random);
  }

  /** How long one operation takes at most, with all of its retries. */
  public Duration timeout() {
    return Duration.ofMillis(requireNonNull(mongo.getTimeout(TimeUnit.MILLISECONDS)));
  }

  /** The same for what may take long, such as an index of all bookings. */
  public Database patient() {
    return by(mongo.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES));
  }

  /** The same for lists that nothing is concluded from but what somebody sees. */
  public Database forLists() {
    return by(mongo.withReadPreference(lists));
  }

  private Database by(MongoDatabase other) {
    return new Database(other, lists, clock, random);
  }

  public Optional<Document> first(FindIterable<Document> found) {
    return ask(() -> Optional.ofNullable(found.first()));
  }

  public List<Document> list(FindIterable<Document> found) {
    return ask(() -> found.into(new ArrayList<>()));
  }

  public <T> Optional<T> first(FindIterable<Document> found, Function<Document, T> reader) {
    return first(found).map(reader);
  }

  public <T> List<T> list(FindIterable<Document> found, Function<Document, T> reader) {
    return list(found).stream().map(reader).toList();
  }

  /** The same without those that make no sense, which must not hide the others. */
  public <T> List<T> readable(FindIterable<Document> found, Function<Document, T> reader) {
    return DocumentFields.readable(list(found), reader);
  }

  public boolean hasAny(MongoCollection<Document> collection, Bson filter) {
    return first(collection.find(filter).projection(Projections.include("_id"))).isPresent();
  }

  /** The unique index that refused the document, if any did. */
  public Optional<String> insert(MongoCollection<Document> collection, Document document) {
    return ask(
        () -> {
          try {
            collection.insertOne(document);
            return Optional.empty();
          } catch (MongoException failure) {
            if (Failures.isDuplicate(failure)) {
              return Optional.of(Failures.index(String.valueOf(failure.getMessage())));
            }
            throw failure;
          }
        });
  }

  /**
   * Asked once. Answers the errors of those documents that were each refused by itself.
   *
   * @param ordered whether none is sent after the first that is refused
   * @throws dev.lastseat.domain.port.StoreUnavailable for any other failure, which says nothing
   *     about any of them
   */
  public List<BulkWriteError> insertAll(
      MongoCollection<Document> collection, List<Document> documents, boolean ordered) {
    try {
      collection.insertMany(documents, new InsertManyOptions().ordered(ordered));
      return List.of();
    } catch (MongoBulkWriteException failure) {
      if (Failures.areRefusals(failure)) {
        return failure.getWriteErrors();
      }
      throw Failures.unavailable(failure);
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  /** Each that is not known by its id; one that is refused is, unless others were in its way. */
  public void addUnlessKnown(MongoCollection<Document> collection, List<Document> documents) {
    if (!documents.isEmpty()) {
      insertAll(collection, documents, false).stream()
          .filter(Failures::isContention)
          .forEach(refused -> insert(collection, documents.get(refused.getIndex())));
    }
  }

  /** Whether the filter found a document to change. */
  public boolean update(MongoCollection<Document> collection, Bson filter, Bson change) {
    return ask(() -> collection.updateOne(filter, change)).getMatchedCount() == 1;
  }

  /** The same by a pipeline. */
  public boolean update(
      MongoCollection<Document> collection, Bson filter, List<? extends Bson> pipeline) {
    return ask(() -> collection.updateOne(filter, pipeline)).getMatchedCount() == 1;
  }

  /** The same, or empty when a unique index refused the change. */
  public Optional<Boolean> updateUnlessTaken(
      MongoCollection<Document> collection, Bson filter, Bson change) {
    return ask(
        () -> {
          try {
            return Optional.of(collection.updateOne(filter, change).getMatchedCount() == 1);
          } catch (MongoException failure) {
            if (Failures.isDuplicate(failure)) {
              return Optional.empty();
            }
            throw failure;
          }
        });
  }

  /** How many of the updates found a document to change, and were not refused. */
  public int updateAll(
      MongoCollection<Document> collection, List<? extends WriteModel<Document>> updates) {
    if (updates.isEmpty()) {
      return 0; // which the driver would refuse to send
    }
    return ask(
        () -> {
          try {
            return collection.bulkWrite(updates, UNORDERED).getMatchedCount();
          } catch (MongoBulkWriteException failure) {
            if (Failures.areRefusals(failure)) {
              return failure.getWriteResult().getMatchedCount();
            }
            throw failure;
          }
        });
  }

  public <T> T ask(Supplier<T> question) {
    try {
      return contend(question);
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  /** The same, with the failures of the driver. */
  <T> T contend(Supplier<T> question) {
    Backoff backoff = backoff();
    while (true) {
      try {
        return question.get();
      } catch (MongoException failure) {
        if (!Failures.isContention(failure) || !backoff.pause()) {
          throw failure;
        }
      }
    }
  }

  /** As it is stored, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  public Backoff backoff() {
    return new Backoff(clock, random);
  }
}
