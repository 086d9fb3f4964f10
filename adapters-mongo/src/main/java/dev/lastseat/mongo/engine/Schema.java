package dev.lastseat.mongo.engine;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteConcern;
import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Makes the collections with their validators and indexes, as {@code schema.json} has them. The
 * unique index of a claim holds those bookings that have one, which are the live ones. On a sharded
 * cluster every unique index begins with the event, by which the bookings are sharded; there a key
 * is unique for each user and event only.
 */
public record Schema(Database db, Connection connection) {
  private static final Pattern CAUSE = Pattern.compile("caused by \\{[\\w.]+: ([^{}]+)\\}");
  private static final int NAMESPACE_EXISTS = 48;
  private static final int INDEX_OPTIONS_CONFLICT = 85;
  private static final int INDEX_KEY_SPECS_CONFLICT = 86;

  /** What the collections are to be, by their names. */
  public static Document script() {
    try (var script = Objects.requireNonNull(Schema.class.getResourceAsStream("schema.json"))) {
      return Document.parse(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new IllegalStateException("schema.json cannot be read", failure);
    }
  }

  /** Makes what is missing; what is there already stays as it is. */
  public void ensure() {
    Document script = script();
    try {
      boolean sharded = isSharded();
      for (String collection : script.keySet()) {
        Document wanted = script.get(collection, Document.class);
        create(collection, wanted.get("validator", Document.class));
        createIndexes(collection, indexes(wanted, sharded));
      }
    } catch (MongoException failure) {
      throw new UnusableStore(connection, reason(failure), failure);
    }
  }

  private boolean isSharded() {
    Document hello = db.contend(() -> db.mongo().runCommand(new Document("hello", 1)));
    return "isdbgrid".equals(hello.get("msg"));
  }

  /** Those that say nothing of it are for every server. */
  private static List<Document> indexes(Document wanted, boolean sharded) {
    List<Document> indexes =
        wanted.getList("indexes", Document.class).stream()
            .filter(index -> index.getBoolean("sharded", sharded) == sharded)
            .toList();
    indexes.forEach(index -> index.remove("sharded"));
    return indexes;
  }

  private void create(String collection, Document validator) {
    try {
      run(new Document("create", collection).append("validator", validator));
    } catch (MongoCommandException failure) {
      if (failure.getErrorCode() != NAMESPACE_EXISTS) {
        throw failure;
      }
    }
  }

  private void createIndexes(String collection, List<Document> indexes) {
    if (indexes.isEmpty()) {
      return; // the server refuses to make none
    }
    try {
      run(new Document("createIndexes", collection).append("indexes", indexes));
    } catch (MongoCommandException failure) {
      int code = failure.getErrorCode();
      if (code != INDEX_OPTIONS_CONFLICT && code != INDEX_KEY_SPECS_CONFLICT) {
        throw failure;
      }
      throw new UnusableStore(
          connection,
          "has another index than needed in its collection %s: %s"
              .formatted(collection, failure.getErrorMessage()),
          failure);
    }
  }

  /** A command of one's own gets no write concern from the client. */
  private void run(Document command) {
    command.append("writeConcern", WriteConcern.MAJORITY.asDocument());
    db.contend(() -> db.mongo().runCommand(command));
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
}
