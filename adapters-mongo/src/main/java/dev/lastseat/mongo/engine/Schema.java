package dev.lastseat.mongo.engine;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ValidationOptions;
import dev.lastseat.domain.port.UnusableStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Makes the collections with their validators and indexes. */
public record Schema(Database db, Address address) {
  private static final Pattern CAUSE = Pattern.compile("caused by \\{[\\w.]+: ([^{}]+)\\}");
  private static final int NAMESPACE_EXISTS = 48;
  private static final int INDEX_OPTIONS_CONFLICT = 85;
  private static final int INDEX_KEY_SPECS_CONFLICT = 86;

  /**
   * A collection as it must be.
   *
   * @param shape of its documents, as {@link Shape} makes it
   */
  public record Collection(String name, List<IndexModel> indexes, Document shape) {}

  /** Makes what is missing; what is there already stays as it is. */
  public void ensure(Function<Server, List<Collection>> collections) {
    try {
      collections.apply(Server.of(db)).forEach(this::ensure);
    } catch (MongoException failure) {
      throw new UnusableStore(address, reason(failure), failure);
    }
  }

  /** In a line: the driver's own message tells the state of every server and setting. */
  private static String reason(MongoException failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case MongoSecurityException _ -> "refuses the user, or its password";
      case MongoTimeoutException _ -> "does not answer" + innermost(message);
      case MongoCommandException refused -> "cannot be used: " + refused.getErrorMessage();
      default -> "cannot be used: " + message.lines().findFirst().orElse("");
    };
  }

  /** Of nested braces of causes, without the names of classes: Connection refused. */
  private static String innermost(String message) {
    return CAUSE
        .matcher(message)
        .results()
        .reduce((_, last) -> last)
        .map(cause -> ": " + cause.group(1))
        .orElse("");
  }

  private void ensure(Collection wanted) {
    db.contend(() -> create(wanted));
    try {
      db.contend(() -> db.mongo().getCollection(wanted.name()).createIndexes(wanted.indexes()));
    } catch (MongoCommandException failure) {
      int code = failure.getErrorCode();
      if (code != INDEX_OPTIONS_CONFLICT && code != INDEX_KEY_SPECS_CONFLICT) {
        throw failure;
      }
      throw new UnusableStore(
          address,
          "has another index than needed in its collection %s: %s"
              .formatted(wanted.name(), failure.getErrorMessage()),
          failure);
    }
  }

  /** Whether it was not there. */
  private boolean create(Collection wanted) {
    var validator = new ValidationOptions().validator(new Document("$jsonSchema", wanted.shape()));
    var options = new CreateCollectionOptions().validationOptions(validator);
    try {
      db.mongo().createCollection(wanted.name(), options);
      return true;
    } catch (MongoCommandException failure) {
      if (failure.getErrorCode() != NAMESPACE_EXISTS) {
        throw failure;
      }
      return false;
    }
  }

  public static IndexModel unique(String name, String... fields) {
    return new IndexModel(ascending(fields), new IndexOptions().name(name).unique(true));
  }

  /** Unique among those documents that have the last field. */
  public static IndexModel uniqueWherePresent(String name, String... fields) {
    IndexOptions options = present(fields[fields.length - 1]).name(name).unique(true);
    return new IndexModel(ascending(fields), options);
  }

  /** Of the few documents that have the field. */
  public static IndexModel wherePresent(String field) {
    return new IndexModel(ascending(field), present(field));
  }

  private static IndexOptions present(String field) {
    return new IndexOptions().partialFilterExpression(exists(field));
  }

  /** The server removes documents by it, some time after the instant in the field. */
  public static IndexModel expiring(String field, long days) {
    return new IndexModel(ascending(field), new IndexOptions().expireAfter(days, TimeUnit.DAYS));
  }

  public static IndexModel index(Bson keys) {
    return new IndexModel(keys);
  }
}
