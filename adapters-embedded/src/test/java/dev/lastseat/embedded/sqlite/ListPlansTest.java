package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.apikey.SqliteApiKeys;
import dev.lastseat.embedded.sqlite.booking.BookingSearch;
import dev.lastseat.embedded.sqlite.booking.SqliteOrders;
import dev.lastseat.embedded.sqlite.event.EventSearch;
import dev.lastseat.embedded.sqlite.payment.SqlitePayments;
import dev.lastseat.embedded.sqlite.ticket.SqliteTickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans of every list that can be asked for. */
class ListPlansTest extends Plans {
  private static final List<PageRequest> PAGES =
      List.of(
          new PageRequest.Numbered(7, 20),
          new PageRequest.After(Optional.empty(), 20),
          new PageRequest.After(Optional.of(new Position("7", "seven")), 20));

  /** Whatever is asked for, by whomever: of one user, of one event, of everybody. */
  static Stream<BookingQuery> lists() {
    return Stream.of(Optional.of(new UserId("ada")), Optional.<UserId>empty())
        .flatMap(
            user ->
                statuses()
                    .flatMap(
                        status ->
                            optional(new EventId("event-1"))
                                .flatMap(event -> lists(user, status, event))));
  }

  private static Stream<BookingQuery> lists(
      Optional<UserId> user, Optional<BookingStatus> status, Optional<EventId> event) {
    return optional(Instant.EPOCH)
        .flatMap(
            from ->
                optional(Instant.EPOCH)
                    .flatMap(
                        to ->
                            PAGES.stream()
                                .map(
                                    page ->
                                        new BookingQuery(
                                            user.map(Set::of),
                                            status,
                                            event,
                                            Optional.empty(),
                                            from,
                                            to,
                                            page))));
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
        query.users().isPresent()
            ? "booking_of_user \\(buyer=\\?"
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
        .allMatch(step -> query.users().isPresent() || step.contains("COVERING INDEX"));
  }

  @ParameterizedTest
  @MethodSource("paymentsOf")
  void a_page_of_payments_costs_its_own_size(PaymentQuery query) {
    String table = query.event().isPresent() ? "listed" : "payment";
    List<String> plan = plan(SqlitePayments.page(query).statement());

    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    assertThat(plan.getFirst())
        .startsWith((isAll(query) ? "SCAN " : "SEARCH ") + table)
        .contains(index(query));
    assertThat(plan.subList(1, plan.size()))
        .allMatch(step -> step.equals("SEARCH payment USING PRIMARY KEY (id=?)"));
    assertThat(plan(SqlitePayments.page(query).count()))
        .allMatch(step -> !step.contains("SCAN listed"));
  }

  private static String index(PaymentQuery query) {
    String by = query.status().isPresent() ? "_by_status" : "_by_time";
    return query.event().isPresent()
        ? "payment_of_event"
            + by
            + " (event=?"
            + (query.status().isPresent() ? " AND status=?" : "")
        : "payment" + by;
  }

  private static boolean isAll(PaymentQuery query) {
    boolean isFirst =
        !(query.page() instanceof PageRequest.After(Optional<Position> after, int _))
            || after.isEmpty();
    return query.event().isEmpty()
        && query.status().isEmpty()
        && query.since().isEmpty()
        && isFirst;
  }

  static Stream<PaymentQuery> paymentsOf() {
    return optional(new EventId("event-1"))
        .flatMap(
            event ->
                optional(PaymentStatus.REFUND_DUE)
                    .flatMap(
                        status ->
                            optional(Instant.EPOCH)
                                .flatMap(
                                    since ->
                                        PAGES.stream()
                                            .map(
                                                page ->
                                                    new PaymentQuery(
                                                        event, status, since, page)))));
  }

  @Test
  void api_keys_come_in_order_out_of_an_index() {
    Optional<Position> position = Optional.of(new Position("7", "key-7"));
    PageRequest after = new PageRequest.After(position, 20);
    UserId ada = new UserId("ada");

    assertThat(plan(SqliteApiKeys.page(Optional.empty(), after).statement()))
        .containsExactly("SEARCH api_key USING INDEX api_key_by_time ((created_at,id)<(?,?))");
    assertThat(plan(SqliteApiKeys.page(Optional.of(ada), after).statement()))
        .containsExactly(
            "SEARCH api_key USING INDEX api_key_of_user (user_id=? AND (created_at,id)<(?,?))");
  }

  @Test
  void tickets_of_a_visitor_come_in_order_out_of_an_index() {
    Email ada = new Email("ada@example.com");
    String index = "SEARCH ticket USING INDEX ticket_of_visitor (visitor_email=?";

    assertThat(plan(SqliteTickets.page(ada, PAGES.getFirst()).statement()))
        .containsExactly(index + ")");
    assertThat(plan(SqliteTickets.page(ada, PAGES.getLast()).statement()))
        .containsExactly(index + " AND (booking,number)>(?,?))");
  }

  @ParameterizedTest
  @MethodSource("ordersOf")
  void orders_come_in_order_out_of_an_index(OrderQuery query) {
    String index = query.user().isPresent() ? "order_of_user (user_id=?" : "order_by_time";
    List<String> plan = plan(SqliteOrders.page(query).statement());

    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE FOR ORDER BY"));
    assertThat(plan.getFirst()).contains(" orders USING INDEX " + index);
    assertThat(plan)
        .filteredOn(step -> step.contains(" booking "))
        .containsExactly("SEARCH booking USING INDEX booking_of_order (order_id=?)");
  }

  static Stream<OrderQuery> ordersOf() {
    return optional(new UserId("ada"))
        .flatMap(
            user ->
                optional(Instant.EPOCH)
                    .flatMap(
                        from ->
                            optional(Instant.EPOCH)
                                .flatMap(
                                    to ->
                                        PAGES.stream()
                                            .map(page -> new OrderQuery(user, from, to, page)))));
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

  /** Neither is many: at most one for each event, and what some people have bought. */
  @Test
  void bookings_of_a_ticket_number_and_of_several_users_are_found_by_an_index_and_sorted() {
    PageRequest page = new PageRequest.Numbered(1, 20);
    BookingQuery ticket =
        new BookingQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(TicketNumber.random(new Random(1))),
            Optional.empty(),
            Optional.empty(),
            page);
    BookingQuery all =
        new BookingQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            page);
    BookingQuery users = all.of(Set.of(new UserId("ada"), new UserId("bob")));

    assertThat(plan(new BookingSearch(ticket, Instant.EPOCH).page().statement()))
        .contains("SEARCH booking USING INDEX booking_of_ticket (ticket_number=?)")
        .noneMatch(step -> step.startsWith("SCAN booking"));
    assertThat(plan(new BookingSearch(users, Instant.EPOCH).page().statement()))
        .contains("SEARCH booking USING INDEX booking_of_user (buyer=?)")
        .noneMatch(step -> step.startsWith("SCAN booking"));
  }
}
