package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.booking.BookingSearch;
import dev.lastseat.embedded.sqlite.booking.BookingSql;
import dev.lastseat.embedded.sqlite.booking.OrderSql;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Sql;
import dev.lastseat.embedded.sqlite.engine.StoreSql;
import dev.lastseat.embedded.sqlite.event.EventSearch;
import dev.lastseat.embedded.sqlite.event.EventSql;
import dev.lastseat.embedded.sqlite.event.PlaceSql;
import dev.lastseat.embedded.sqlite.user.AccountSql;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans of all statements that have a name, and of the lists that are asked for most. */
class QueryPlanTest {
  private static final Pattern FEW_ROWS =
      Pattern.compile(
          "SCAN (CONSTANT ROW|json_each VIRTUAL TABLE .*|.* INDEX event_cancelled|sqlite_master)");

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Stream<Sql> named() {
    return Stream.of(
            AccountSql.values(),
            BookingSql.values(),
            EventSql.values(),
            OrderSql.values(),
            PlaceSql.values(),
            StoreSql.values())
        .flatMap(Arrays::stream);
  }

  @Test
  void the_statements_of_every_kind_are_looked_at() {
    assertThat(named())
        .contains(
            BookingSql.LOOK, PlaceSql.BETWEEN, EventSql.FIND, AccountSql.OVERLAP, OrderSql.FIND);
  }

  /** An array in a parameter is no table; an index of cancelled events holds nothing else. */
  @ParameterizedTest
  @MethodSource("named")
  void no_statement_walks_through_a_table(Sql statement) {
    assertThat(plan(statement.text()))
        .filteredOn(step -> step.startsWith("SCAN"))
        .allMatch(step -> FEW_ROWS.matcher(step).matches());
  }

  @ParameterizedTest
  @EnumSource(
      value = BookingSql.class,
      names = {"LOOK", "LOOK_AT_RUNS"})
  void a_booking_is_looked_at_by_indexes_that_answer_alone(BookingSql statement) {
    assertThat(plan(statement.text()))
        .filteredOn(step -> step.startsWith("SEARCH"))
        .hasSize(4)
        .allMatch(step -> step.matches("SEARCH \\w+ USING (COVERING INDEX|PRIMARY KEY) .*"));
  }

  @Test
  void tickets_are_counted_by_an_index_that_answers_alone() {
    assertThat(plan(BookingSql.COUNT.text()))
        .anyMatch(step -> step.startsWith("SEARCH booking USING COVERING INDEX booking_live"));
  }

  @ParameterizedTest
  @EnumSource(
      value = BookingSql.class,
      names = {"OVERDUE", "OVERDUE_OF_EVENT"})
  void overdue_holds_come_in_order_out_of_an_index(BookingSql statement) {
    assertThat(plan(statement.text()))
        .singleElement()
        .asString()
        .contains("USING INDEX booking_pending");
  }

  @Test
  void a_users_bookings_come_in_order_out_of_an_index() {
    assertThat(plan(bookings(Optional.of(new UserId("ada")))))
        .containsExactly("SEARCH booking USING INDEX booking_of_user (user_id=?)");
  }

  @Test
  void everybodys_bookings_come_in_order_out_of_an_index() {
    assertThat(plan(bookings(Optional.empty())))
        .containsExactly("SCAN booking USING INDEX booking_by_time");
  }

  @ParameterizedTest
  @EnumSource
  void a_list_of_events_comes_in_order_out_of_an_index(EventQuery.Sort sort) {
    String index =
        switch (sort) {
          case DATE -> "event_by_date";
          case NAME -> "event_by_name";
          case PRICE -> "event_by_price";
          case CREATED_AT -> "event_by_creation";
        };
    EventQuery query = AnEventQuery.all().sorted(sort, true).query();
    assertThat(plan(new EventSearch(query).statement().text()))
        .contains("SCAN event USING INDEX " + index)
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private static String bookings(Optional<UserId> user) {
    BookingQuery query =
        new BookingQuery(
            user,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PageRequest.Numbered(1, 20));
    return new BookingSearch(query).statement().text();
  }

  private List<String> plan(String sql) {
    return database
        .readers()
        .read(
            store ->
                store.list(
                    new Sql.Composed("explain query plan " + sql), row -> row.getString("detail")));
  }
}
