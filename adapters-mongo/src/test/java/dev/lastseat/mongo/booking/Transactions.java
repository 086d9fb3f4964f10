package dev.lastseat.mongo.booking;

import dev.lastseat.mongo.engine.Bson;
import dev.lastseat.mongo.engine.Wire;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Transactions as a replica set has them, for an engine that takes their commands and ignores them:
 * each is a transaction of the PostgreSQL that does the engine's work, through the same functions
 * of its DocumentDB extension. Knows what an order needs: inserts, deletes, commit and abort.
 */
public final class Transactions {
  private static final int DUPLICATE_KEY = 11_000;
  private static final int WRITE_CONFLICT = 112;
  private static final int NO_SUCH_TRANSACTION = 251;

  /** MongoDB does not wait for another transaction at all. */
  private static final String IMPATIENT = "set lock_timeout = '20ms'";

  private static final String WRITE =
      "select p_result::bytea from documentdb_api.%s(?, ?::bytea::documentdb_core.bson)";

  private static final Set<String> OF_THE_TRANSACTION =
      Set.of(
          "lsid",
          "txnNumber",
          "startTransaction",
          "autocommit",
          "readConcern",
          "$db",
          "$clusterTime");

  private final String url;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();
  private final Set<String> committed = ConcurrentHashMap.newKeySet();

  /** In the PostgreSQL at the JDBC address. */
  public Transactions(String url) {
    this.url = url;
  }

  /** Empty when the command is of no transaction. */
  public Optional<Wire> answer(Wire message) {
    return message
        .document()
        .filter(command -> command.containsKey("autocommit"))
        .map(command -> message.answer(answer(command)));
  }

  private BsonDocument answer(BsonDocument command) {
    String id = command.get("lsid") + " " + command.get("txnNumber");
    try {
      return switch (command.getFirstKey()) {
        case "insert", "delete" -> write(id, command);
        case "commitTransaction" -> commit(id);
        case "abortTransaction" -> abort(id);
        default -> throw new IllegalArgumentException(command.toJson());
      };
    } catch (SQLException conflict) {
      rollBack(id);
      return transientError(WRITE_CONFLICT, String.valueOf(conflict.getMessage()));
    }
  }

  private BsonDocument write(String id, BsonDocument command) throws SQLException {
    if (command.containsKey("startTransaction")) {
      open.put(id, begin());
    }
    Connection connection = open.get(id);
    if (connection == null) {
      return transientError(NO_SUCH_TRANSACTION, "it was rolled back");
    }
    String database = command.getString("$db").getValue();
    BsonDocument bare = command.clone();
    OF_THE_TRANSACTION.forEach(bare::remove);
    BsonDocument result = write(connection, database, bare);
    return result.containsKey("writeErrors") ? refused(id, result) : result;
  }

  private Connection begin() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute(IMPATIENT);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static BsonDocument write(Connection connection, String database, BsonDocument command)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(WRITE.formatted(command.getFirstKey()))) {
      statement.setString(1, database);
      statement.setBytes(2, Bson.write(command));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return Bson.read(result.getBytes(1));
      }
    }
  }

  /** Any error ends a transaction; one that is no duplicate was a conflict with another. */
  private BsonDocument refused(String id, BsonDocument result) {
    rollBack(id);
    BsonDocument error = result.getArray("writeErrors").getFirst().asDocument();
    String message = error.getString("errmsg").getValue();
    if (!message.contains("Duplicate key")) {
      return transientError(WRITE_CONFLICT, message);
    }
    return result.append(
        "writeErrors", new BsonArray(List.of(error.append("code", new BsonInt32(DUPLICATE_KEY)))));
  }

  private BsonDocument commit(String id) throws SQLException {
    Connection connection = open.remove(id);
    if (connection != null) {
      try (connection) {
        connection.commit();
        committed.add(id);
      }
    }
    return committed.contains(id) ? ok() : transientError(NO_SUCH_TRANSACTION, "rolled back");
  }

  private BsonDocument abort(String id) {
    rollBack(id);
    return ok();
  }

  private void rollBack(String id) {
    Connection connection = open.remove(id);
    if (connection != null) {
      try (connection) {
        connection.rollback();
      } catch (SQLException lost) {
        throw new IllegalStateException(lost);
      }
    }
  }

  /** A server does so some time after their clients are gone. */
  public void rollBackAll() {
    open.keySet().forEach(this::rollBack);
  }

  private static BsonDocument ok() {
    return new BsonDocument("ok", new BsonDouble(1));
  }

  private static BsonDocument transientError(int code, String message) {
    BsonValue label = new BsonString("TransientTransactionError");
    return new BsonDocument("ok", new BsonDouble(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString(message))
        .append("errorLabels", new BsonArray(List.of(label)));
  }
}
