package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.booking.BookingSearch;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.EventSearch;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of all statements that are written down, and of every list that can be asked for. */
class QueryPlanTest {
  private static final Pattern FEW_ROWS =
      Pattern.compile(
          "SCAN (CONSTANT ROW|json_each VIRTUAL TABLE .*|cancelling|sqlite_schema|sqlite_master)");

  private static final Pattern STATEMENT =
      Pattern.compile("(select|insert|update|delete|begin|commit|pragma) ?\\b");

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
  }

  @AfterEach
  void close() {
    database.close();
  }

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
            "SqliteUsers.ADD",
            "SqliteSessions.END_FAMILY",
            "SqliteOrders.FIND",
            "SqliteHealth.BEAT");
  }

  /** An array in a parameter is no table; the events that are being cancelled are few. */
  @ParameterizedTest
  @MethodSource("statements")
  void no_statement_walks_through_a_table(String statement) {
    assertThat(plan(statement))
        .filteredOn(step -> step.startsWith("SCAN"))
        .allMatch(step -> FEW_ROWS.matcher(step).matches());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOOK", "LOOK_AT_RUNS"})
  void a_booking_is_looked_at_by_indexes_that_answer_alone(String name) throws Exception {
    assertThat(plan(statement("BookingInsert." + name)))
        .filteredOn(step -> step.startsWith("SEARCH"))
        .hasSize(4)
        .allMatch(step -> step.matches("SEARCH \\w+ USING (COVERING INDEX|PRIMARY KEY) .*"));
  }

  @Test
  void tickets_are_counted_by_an_index_that_answers_alone() throws Exception {
    assertThat(plan(statement("SqliteBookings.COUNT")))
        .anyMatch(step -> step.startsWith("SEARCH booking USING COVERING INDEX booking_of_event"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OVERDUE", "OVERDUE_OF_EVENT"})
  void overdue_holds_come_in_order_out_of_an_index(String name) throws Exception {
    assertThat(plan(statement("SqliteBookings." + name)))
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .anyMatch(step -> step.startsWith("SEARCH booking USING INDEX booking_pending"));
  }

  /** Whatever is asked for, by whomever: of one user, of one event, of everybody. */
  static Stream<BookingQuery> lists() {
    List<PageRequest> pages =
        List.of(
            new PageRequest.Numbered(7, 20),
            new PageRequest.After(Optional.empty(), 20),
            new PageRequest.After(Optional.of(new Position("7", "booking-7")), 20));
    return Stream.of(Optional.of(new UserId("ada")), Optional.<UserId>empty())
        .flatMap(
            user ->
                statuses()
                    .flatMap(
                        status ->
                            optional(new EventId("event-1"))
                                .flatMap(event -> lists(user, status, event, pages))));
  }

  private static Stream<BookingQuery> lists(
      Optional<UserId> user,
      Optional<BookingStatus> status,
      Optional<EventId> event,
      List<PageRequest> pages) {
    return optional(Instant.EPOCH)
        .flatMap(
            from ->
                optional(Instant.EPOCH)
                    .flatMap(
                        to ->
                            pages.stream()
                                .map(
                                    page ->
                                        new BookingQuery(user, status, event, from, to, page))));
  }

  private static Stream<Optional<BookingStatus>> statuses() {
    return Stream.concat(
        Stream.of(Optional.empty()), Stream.of(BookingStatus.values()).map(Optional::of));
  }

  private static <T> Stream<Optional<T>> optional(T value) {
    return Stream.of(Optional.empty(), Optional.of(value));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_page_of_bookings_costs_its_own_size(BookingQuery query) {
    String index =
        query.user().isPresent()
            ? "booking_of_user \\(user_id=\\?"
            : query.event().isPresent()
                ? "booking_of_event \\(event=\\? AND status=\\?"
                : "booking_by_status \\(status=\\?";
    String following = isAfter(query) ? " AND .*\\(booked_at,id\\)<\\(\\?,\\?\\)\\)" : ".*\\)";
    assertThat(plan(new BookingSearch(query, Instant.EPOCH).page().statement()))
        .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"))
        .filteredOn(step -> step.startsWith("SEARCH booking"))
        .isNotEmpty()
        .allMatch(step -> step.matches("SEARCH booking USING INDEX " + index + following));
  }

  private static boolean isAfter(BookingQuery query) {
    return query.page() instanceof PageRequest.After(Optional<Position> after, int _)
        && after.isPresent();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void bookings_of_many_are_counted_by_indexes_that_answer_alone(BookingQuery query) {
    assertThat(plan(new BookingSearch(query, Instant.EPOCH).page().count()))
        .filteredOn(step -> step.startsWith("SEARCH booking"))
        .isNotEmpty()
        .allMatch(step -> query.user().isPresent() || step.contains("COVERING INDEX"));
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
    assertThat(plan(new EventSearch(query).page().statement()))
        .contains("SCAN event USING INDEX " + index)
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  /** What is to come, by date: what everybody asks for first. */
  @ParameterizedTest
  @EnumSource(When.class)
  void events_to_come_and_past_come_in_order_out_of_the_index_of_dates(When when) {
    EventQuery query =
        AnEventQuery.all()
            .statuses(Set.of(EventStatus.PUBLISHED, EventStatus.CANCELLED))
            .query()
            .only(when, TickingClock.START);
    assertThat(plan(new EventSearch(query).page().statement()))
        .first()
        .asString()
        .isEqualTo(
            switch (when) {
              case UPCOMING -> "SEARCH event USING INDEX event_by_date (date>?)";
              case PAST -> "SEARCH event USING INDEX event_by_date (date<?)";
              case ALL -> "SCAN event USING INDEX event_by_date";
            });
    assertThat(plan(new EventSearch(query).page().statement()))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void a_venue_and_words_are_found_by_their_indexes() {
    EventQuery venue = AnEventQuery.all().venue("Hall").query();
    EventQuery words = AnEventQuery.all().text("jazz symph").query();

    assertThat(plan(new EventSearch(venue).page().statement()))
        .contains("SEARCH event USING INDEX event_by_venue (venue_key=?)");
    assertThat(plan(new EventSearch(words).page().statement()))
        .anyMatch(step -> step.startsWith("SCAN event_words VIRTUAL TABLE INDEX"));
  }

  private List<String> plan(String statement) {
    String explain = "explain query plan " + statement;
    return database.read(store -> store.list(explain, row -> row.getString("detail")));
  }
}
