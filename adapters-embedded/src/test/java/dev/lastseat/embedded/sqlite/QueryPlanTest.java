package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.row.Write;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of all statements that are written down. */
class QueryPlanTest extends Plans {
  private static final Pattern FEW_ROWS =
      Pattern.compile(
          "SCAN (CONSTANT ROW|json_each VIRTUAL TABLE .*|guest_index VIRTUAL TABLE INDEX"
              + " 0:M.*|cancelling|sqlite_schema|sqlite_master|webhook USING INDEX"
              + " webhook_listening)");

  private static final Pattern STATEMENT =
      Pattern.compile("(select|insert|update|delete|begin|commit|pragma) ?\\b");

  /** Every constant of the store that is a statement. */
  static Stream<Named<String>> statements() throws Exception {
    Path root = Path.of(Database.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root.resolve("dev/lastseat/embedded/sqlite"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
          .toList()
          .stream()
          .flatMap(QueryPlanTest::constants);
    }
  }

  private static Stream<Named<String>> constants(String className) {
    try {
      Stream.Builder<Named<String>> found = Stream.builder();
      for (Field field : Class.forName(className).getDeclaredFields()) {
        if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          String text = (String) field.get(null);
          if (STATEMENT.matcher(text).lookingAt()) {
            String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
            found.add(Named.of(name, text));
          }
        }
      }
      return found.build();
    } catch (ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String statement(String name) throws Exception {
    return statements()
        .filter(each -> each.getName().equals(name))
        .findAny()
        .orElseThrow()
        .getPayload();
  }

  @Test
  void the_statements_of_every_room_are_looked_at() throws Exception {
    assertThat(statements().map(Named::getName))
        .contains(
            "BookingInsert.LOOK",
            "FreePlaces.BETWEEN",
            "EventRows.FIND",
            "SqliteUsers.FIND",
            "SqliteSessions.ENDED_SINCE",
            "SqliteOrders.FIND",
            "SqlitePasskeys.OF_USER",
            "SqliteHealth.BEAT");
  }

  /**
   * An array in a parameter is no table, and words are looked up; events being cancelled and
   * webhooks are few.
   */
  @ParameterizedTest
  @MethodSource("statements")
  void no_statement_walks_through_a_table(String statement) {
    assertThat(plan(statement))
        .filteredOn(step -> step.startsWith("SCAN"))
        .allMatch(step -> FEW_ROWS.matcher(step).matches());
  }

  /** Such statements are put together, and no constants. */
  @ParameterizedTest
  @CsvSource({"event, id", "payment, id version", "user, id", "sales, eventId start currency upTo"})
  void a_row_that_is_written_as_it_was_read_is_looked_up(String table, String fields) {
    Values key = new Values();
    Stream.of(fields.split(" ")).forEach(field -> key.with(field, "known"));

    assertThat(plan(Write.update(table, key, key).sql()))
        .isNotEmpty()
        .allMatch(step -> step.startsWith("SEARCH " + table + " USING"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOOK", "LOOK_AT_RUNS"})
  void a_booking_is_looked_at_by_indexes_that_answer_alone(String name) throws Exception {
    assertThat(plan(statement("BookingInsert." + name)))
        .filteredOn(step -> step.startsWith("SEARCH"))
        .hasSize(6)
        .allMatch(step -> step.matches("SEARCH \\w+ USING (COVERING INDEX|PRIMARY KEY) .*"));
  }

  @Test
  void tickets_are_counted_by_an_index_that_answers_alone() throws Exception {
    assertThat(plan(statement("TicketCounting.COUNT")))
        .anyMatch(step -> step.startsWith("SEARCH booking USING COVERING INDEX booking_of_event"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
    assertThat(plan(statement("TicketCounting.COUNT_CONTINGENTS")))
        .anyMatch(step -> step.contains("USING COVERING INDEX booking_of_contingent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OVERDUE", "OVERDUE_OF_EVENT"})
  void overdue_holds_come_in_order_out_of_an_index(String name) throws Exception {
    assertThat(plan(statement("Holds." + name)))
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .anyMatch(step -> step.startsWith("SEARCH booking USING INDEX booking_pending"));
  }

  /** It is asked every second, and must not cost more with each job that was done. */
  @Test
  void jobs_that_are_due_come_in_order_out_of_an_index_of_open_ones() throws Exception {
    assertThat(plan(statement("SqliteJobs.DUE")))
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .anyMatch(step -> step.startsWith("SEARCH job USING INDEX job_due"));
  }
}
