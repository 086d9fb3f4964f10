package dev.lastseat.bootstrap.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.hunt.Request.Admit;
import dev.lastseat.bootstrap.hunt.Request.Book;
import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.CancelEvent;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import dev.lastseat.bootstrap.hunt.Request.Count;
import dev.lastseat.bootstrap.hunt.Request.ListLive;
import dev.lastseat.bootstrap.hunt.Request.Look;
import dev.lastseat.bootstrap.hunt.Request.Resize;
import dev.lastseat.bootstrap.hunt.Request.Undo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Histories made by hand, right ones and wrong ones. The event has two places, times are seconds.
 */
class ChecksTest {
  private static final ObjectMapper json = new ObjectMapper();
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void a_place_that_is_sold_again_before_anybody_gave_it_back_is_sold_twice() {
    assertThat(broken(booked("a", 0, 1, 1), booked("b", 2, 3, 1))).contains(NoPlaceTwice.class);
    assertThat(broken(booked("a", 0, 1, 1), booked("b", 2, 3, 2))).isEmpty();
  }

  @Test
  void a_place_may_be_sold_again_once_its_cancellation_was_asked_for() {
    Exchange cancelled = at(2, 5, "u", new Cancel("a"), 200, "{}");

    assertThat(broken(booked("a", 0, 1, 1), cancelled, booked("b", 2, 3, 1))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1), booked("b", 1, 1.5, 1), cancelled))
        .contains(NoPlaceTwice.class);
  }

  @Test
  void a_place_of_a_hold_may_be_sold_again_once_the_hold_is_over_unless_it_was_confirmed() {
    Exchange confirmed = at(0.6, 0.7, "u", new Confirm("a"), 200, "{}");

    assertThat(broken(held("a", 0, 0.5, 1), booked("b", 2, 3, 1))).isEmpty();
    assertThat(broken(held("a", 0, 0.5, 1), confirmed, booked("b", 2, 3, 1)))
        .contains(NoPlaceTwice.class);
  }

  @Test
  void a_place_beyond_a_smaller_end_may_have_been_changed_for_another() {
    Exchange shrunk = at(1.2, 1.4, "admin", new Resize("e", 1), 200, "{}");

    assertThat(broken(booked("a", 0, 1, 2), shrunk, booked("b", 2, 3, 2))).isEmpty();
  }

  @Test
  void nobody_is_refused_while_a_place_was_free_during_the_whole_request() {
    Exchange cancelled = at(2, 3, "u", new Cancel("a"), 200, "{}");

    assertThat(broken(booked("a", 0, 1, 1), refused(2, 3, 1))).contains(NoRefusalWhileFree.class);
    assertThat(broken(booked("a", 0, 1, 1), refused(2, 3, 2))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1, 2), cancelled, refused(2.5, 4, 1))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1, 2), cancelled, refused(3.1, 4, 1)))
        .contains(NoRefusalWhileFree.class);
  }

  @Test
  void what_got_no_answer_may_have_taken_the_place() {
    Exchange lost = at(0, 1, "u", new Book("e", 2, false, "lost"), 0, "{}");

    assertThat(broken(lost, refused(2, 3, 1))).isEmpty();
  }

  @Test
  void whoever_looks_sees_what_was_acknowledged_before() {
    Exchange booked = booked("a", 0, 1, 1);
    Exchange cancelled = at(2, 3, "u", new Cancel("a"), 200, "{}");

    assertThat(broken(booked, look(4, "confirmed"))).isEmpty();
    assertThat(broken(booked, at(4, 5, "u", new Look("a"), 404, "{}")))
        .contains(WritesAreSeen.class);
    assertThat(broken(booked, cancelled, look(2.5, "confirmed"))).isEmpty();
    assertThat(broken(booked, cancelled, look(4, "confirmed"))).contains(WritesAreSeen.class);
    assertThat(broken(held("a", 0, 0.5, 1), look(2, "pending"))).contains(WritesAreSeen.class);
  }

  @Test
  void a_cancelled_event_may_cancel_its_bookings_at_any_later_time() {
    Exchange cancelled = at(2, 3, "admin", new CancelEvent("e"), 200, "{}");

    assertThat(broken(booked("a", 0, 1, 1), cancelled, look(4, "confirmed"))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1), cancelled, look(4, "cancelled"))).isEmpty();
  }

  @Test
  void a_key_buys_once_and_is_not_refused_afterwards() {
    Exchange refusedLater =
        at(2, 3, "u", new Book("e", 1, false, "key-a"), 409, "{\"code\":\"SOLD_OUT\"}");

    assertThat(broken(booked("a", 0, 1, 1), again("a", "key-a"))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1), again("b", "key-a"))).contains(OneAnswerForAKey.class);
    assertThat(broken(booked("a", 0, 1, 1, 2), refusedLater)).contains(OneAnswerForAKey.class);
  }

  @Test
  void in_the_end_there_are_no_bookings_that_nobody_asked_for() {
    Exchange list = at(4, 5, "admin", new ListLive("e"), 200, "[{\"id\":\"a\"},{\"id\":\"b\"}]");
    Exchange lost = at(0, 1, "u", new Book("e", 1, false, "lost"), 0, "{}");

    assertThat(broken(booked("a", 0, 1, 1), list)).contains(OneAnswerForAKey.class);
    assertThat(broken(booked("a", 0, 1, 1), lost, list)).isEmpty();
  }

  @Test
  void what_was_refused_when_its_first_try_was_over_has_sold_nothing() {
    Exchange list = at(4, 5, "admin", new ListLive("e"), 200, "[{\"id\":\"a\"},{\"id\":\"b\"}]");
    Exchange booked = booked("a", 0, 1, 1);
    Book book = new Book("e", 1, false, "untold");
    Exchange untold =
        new Exchange("u", book, time(0), time(1), 0, Exchange.UNTOLD, json.nullNode());
    Exchange refused = new Exchange("u", book, time(2), time(3), 409, "SOLD_OUT", json.nullNode());
    Exchange underWay =
        new Exchange("u", book, time(2), time(3), 409, "REQUEST_IN_FLIGHT", json.nullNode());
    Exchange lost = at(0, 1, "u", book, 0, "{}");

    assertThat(broken(booked, untold, refused, list)).contains(OneAnswerForAKey.class);
    assertThat(broken(booked, untold, list)).isEmpty();
    assertThat(broken(booked, untold, underWay, list)).isEmpty();
    assertThat(broken(booked, lost, refused, list)).doesNotContain(OneAnswerForAKey.class);
  }

  @Test
  void what_was_sold_a_moment_before_may_be_counted_twice() {
    assertThat(broken(booked("a", 0, 0.1, 1), count(1.4, 1.4, 0, 2))).isEmpty();
    assertThat(broken(booked("a", 0, 0.1, 1), count(1.8, 1.8, 0, 2)))
        .contains(CountsAreRight.class);
  }

  @Test
  void on_a_machine_where_a_request_took_seconds_a_moment_takes_as_long() {
    Exchange slow = at(0, 2, "u", new Count("e"), 503, "{}");

    assertThat(broken(booked("a", 0, 0.1, 1), slow, count(3, 3, 0, 2))).isEmpty();
    assertThat(broken(booked("a", 0, 0.1, 1), slow, count(3.8, 3.8, 0, 2)))
        .contains(CountsAreRight.class);

    Exchange slowSearch = at(0.1, 4, "u", new Book("e", 1, false, "else"), 409, "{}");
    assertThat(broken(held("a", 0, 0.1, 1, 2), slowSearch, refused(8, 8.1, 1))).isEmpty();
    assertThat(broken(held("a", 0, 0.1, 1, 2), refused(8, 8.1, 1)))
        .contains(NoRefusalWhileFree.class);
  }

  @Test
  void counts_add_up_and_were_true_since_the_time_they_are_of() {
    assertThat(broken(booked("a", 0, 1, 1), count(4, 4, 1, 1))).isEmpty();
    assertThat(broken(booked("a", 0, 1, 1), count(4, 4, 2, 0))).contains(CountsAreRight.class);
    assertThat(broken(booked("a", 0, 1, 1), count(4, 4, 1, 0))).contains(CountsAreRight.class);
    assertThat(broken(booked("a", 0, 1, 1), count(4, 1.5, 1, 1))).contains(CountsAreRight.class);
  }

  @Test
  void nobody_has_more_tickets_at_once_than_one_user_may_have() {
    Integer[] many = new Integer[Hunt.MAX_PER_USER];
    for (int i = 0; i < many.length; i++) {
      many[i] = i + 1;
    }

    assertThat(broken(booked("a", 0, 1, many))).isEmpty();
    assertThat(broken(booked("a", 0, 1, many), booked("b", 2, 3, 2)))
        .contains(NobodyHasTooMany.class);
  }

  @Test
  void nobody_is_let_in_by_a_ticket_that_let_somebody_in_before_unless_that_was_undone() {
    Exchange booked = booked("a", 0, 1, 1);
    Exchange undone = at(3, 4, "u", new Undo("a"), 200, "{}");

    assertThat(broken(booked, scan(2, "ok"), scan(5, "ok")))
        .containsExactly(OnceThroughTheDoor.class);
    assertThat(broken(booked, scan(2, "ok"), undone, scan(5, "ok"))).isEmpty();
    assertThat(broken(booked, scan(2, "ok"), undone, scan(5, "ok"), scan(6, "ok")))
        .containsExactly(OnceThroughTheDoor.class);
  }

  @Test
  void nobody_is_told_that_somebody_is_in_by_a_ticket_that_nobody_showed() {
    Exchange booked = booked("a", 0, 1, 1);
    Exchange lost = at(1, 2, "u", new Admit("a"), 0, "{}");

    assertThat(broken(booked, scan(2, "already_redeemed")))
        .containsExactly(OnceThroughTheDoor.class);
    assertThat(broken(booked, lost, scan(2, "already_redeemed"))).isEmpty();
    assertThat(broken(booked, scan(2, "ok"), scan(3, "already_redeemed"))).isEmpty();
  }

  @Test
  void nobody_is_let_in_by_a_booking_that_was_cancelled_before_or_at_once() {
    Exchange cancelled = at(2, 3, "u", new Cancel("a"), 200, "{}");

    assertThat(broken(booked("a", 0, 1, 1), cancelled, scan(4, "ok")))
        .containsExactly(OnceThroughTheDoor.class);
    assertThat(broken(booked("a", 0, 1, 1), cancelled, scan(2.5, "ok")))
        .containsExactly(OnceThroughTheDoor.class);
    assertThat(broken(booked("a", 0, 1, 1), cancelled, scan(4, "cancelled"))).isEmpty();
  }

  @Test
  void nobody_gives_back_what_let_somebody_in_unless_that_was_undone() {
    Exchange booked = booked("a", 0, 1, 1);
    Exchange undone = at(3, 4, "u", new Undo("a"), 200, "{}");
    Exchange eventCancelled = at(3, 4, "admin", new CancelEvent("e"), 200, "{}");
    Exchange cancelled = at(5, 6, "u", new Cancel("a"), 200, "{}");
    Exchange refused = at(5, 6, "u", new Cancel("a"), 409, "{}");

    assertThat(broken(booked, scan(2, "ok"), cancelled)).containsExactly(OnceThroughTheDoor.class);
    assertThat(broken(booked, scan(2, "ok"), undone, cancelled)).isEmpty();
    assertThat(broken(booked, scan(2, "ok"), eventCancelled, cancelled)).isEmpty();
    assertThat(broken(booked, scan(2, "ok"), refused)).isEmpty();
  }

  private static List<Class<?>> broken(Exchange... exchanges) {
    History history = History.of(List.of(exchanges), Map.of("e", 2));
    return Check.ALL.stream()
        .filter(check -> check.violations(history).findAny().isPresent())
        .<Class<?>>map(Check::getClass)
        .toList();
  }

  private static Exchange booked(String id, double asked, double answered, Integer... places) {
    Book book = new Book("e", places.length, false, "key-" + id);
    return at(asked, answered, "u", book, 201, booking(id, asked, places));
  }

  private static Exchange again(String id, String key) {
    return at(2, 3, "u", new Book("e", 1, false, key), 201, booking(id, 0, 1));
  }

  private static Exchange held(String id, double asked, double answered, Integer... places) {
    Book book = new Book("e", places.length, true, "key-" + id);
    return at(asked, answered, "u", book, 201, booking(id, asked, places));
  }

  private static String booking(String id, double at, Integer... places) {
    return "{\"id\":\"%s\",\"eventId\":\"e\",\"quantity\":%d,\"places\":%s,\"bookingDate\":\"%s\"}"
        .formatted(id, places.length, List.of(places), time(at));
  }

  private static Exchange refused(double asked, double answered, int quantity) {
    Book book = new Book("e", quantity, false, "refused");
    return new Exchange("u", book, time(asked), time(answered), 409, "SOLD_OUT", json.nullNode());
  }

  private static Exchange look(double asked, String status) {
    return at(asked, asked + 0.1, "u", new Look("a"), 200, "{\"status\":\"" + status + "\"}");
  }

  private static Exchange scan(double asked, String result) {
    return at(
        asked, asked + 0.1, "u", new Admit("a"), 200, "{\"result\":\"%s\"}".formatted(result));
  }

  private static Exchange count(double asked, double asOf, int available, int confirmed) {
    return at(
        asked,
        asked + 0.1,
        "u",
        new Count("e"),
        200,
        "{\"totalTickets\":2,\"availableTickets\":%d,\"confirmedTickets\":%d,\"heldTickets\":0,\"asOf\":\"%s\"}"
            .formatted(available, confirmed, time(asOf)));
  }

  private static Exchange at(
      double asked, double answered, String user, Request request, int status, String data) {
    return new Exchange(user, request, time(asked), time(answered), status, "", tree(data));
  }

  private static Instant time(double seconds) {
    return START.plusMillis(Math.round(seconds * 1000));
  }

  private static JsonNode tree(String data) {
    try {
      return json.readTree(data);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(data, broken);
    }
  }
}
