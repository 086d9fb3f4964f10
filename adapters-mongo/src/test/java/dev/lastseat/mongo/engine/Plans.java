package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** How the engine would go about commands that were sent to it. */
public record Plans(MongoDatabase database) {
  /** What belongs to the connection, not to the question. */
  private static final List<String> OF_THE_CONNECTION =
      List.of(
          "lsid",
          "$db",
          "$clusterTime",
          "$readPreference",
          "txnNumber",
          "maxTimeMS",
          "readConcern");

  /** Collections whose documents are read whole; of the others no reader needs all. */
  private static final Set<String> WHOLE =
      Set.of("users", "orders", "passkeys", "facts", "jobs", "checkins");

  /** By the index of that name. */
  public void assertIndexed(String index, List<BsonDocument> commands) {
    String used = "\"indexName\": \"%s\"".formatted(index);
    commands.stream()
        .flatMap(Plans::questions)
        .forEach(question -> assertThat(plan(question)).as(question.toJson()).contains(used));
  }

  public void assertIndexed(List<BsonDocument> commands) {
    List<BsonDocument> questions = commands.stream().flatMap(Plans::questions).toList();
    assertThat(questions).isNotEmpty();
    for (BsonDocument question : questions) {
      assertThat(plan(question))
          .as(question.toJson())
          .doesNotContain("COLLSCAN")
          .doesNotContain("Seq Scan");
    }
  }

  private String plan(BsonDocument question) {
    BsonDocument explain =
        new BsonDocument("explain", question).append("verbosity", new BsonString("queryPlanner"));
    return database.runCommand(explain).toJson();
  }

  private static Stream<BsonDocument> questions(BsonDocument command) {
    return switch (command.getFirstKey()) {
      case "find" -> Stream.of(narrow(bare(command)));
      case "aggregate", "count" -> Stream.of(bare(command));
      case "update" -> filters(command.getString("update"), command.getArray("updates"));
      case "delete" -> filters(command.getString("delete"), command.getArray("deletes"));
      default -> Stream.empty();
    };
  }

  private static BsonDocument bare(BsonDocument command) {
    OF_THE_CONNECTION.forEach(command::remove);
    return command;
  }

  private static BsonDocument narrow(BsonDocument find) {
    if (!WHOLE.contains(find.getString("find").getValue())) {
      assertThat(find).as(find.toJson()).containsKey("projection");
    }
    return find;
  }

  /** What a change looks for, as a question: not every engine explains changes. */
  private static Stream<BsonDocument> filters(BsonString collection, BsonArray changes) {
    return changes.stream()
        .map(
            change ->
                new BsonDocument("find", collection)
                    .append("filter", change.asDocument().get("q")));
  }
}
