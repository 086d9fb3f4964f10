package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients at once, over real HTTP, on real engines. The storms come one after the other over
 * the same instances, whichever of them was lost in the last one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StormContract {
  private static final int SOON = 10;
  static final Duration HOLD_TTL = Duration.ofMillis(300);

  private House house;

  abstract House open(Map<String, String> settings, Path folder);

  @BeforeAll
  void open(@TempDir Path folder) {
    house = open(Map.of("HOLD_TTL", HOLD_TTL.toMillis() + "ms", "EXPIRED_HOLDS", "0"), folder);
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void of_300_clients_who_race_for_100_tickets_exactly_100_get_one_place_each() {
    BoxOffice office = house.office(SOON);
    String event = office.event(100, 1);
    List<Caller> customers = office.customers(300);

    List<Answer> answers = Storm.of(300, i -> office.book(customers.get(i), event, 1));

    long cutShort = answers.stream().filter(Answer::isUnderWay).count();
    assertThat(cutShort).isLessThanOrEqualTo(house.lost() * 300L);
    assertThat(answers.stream().filter(answer -> answer.status() == 201).count())
        .isBetween(100 - cutShort, 100L);
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .allMatch(answer -> answer.code().equals("SOLD_OUT") || answer.isUnderWay());
    List<JsonNode> live = office.live(event);
    History.assertNoPlaceTwice(live);
    assertThat(places(live)).hasSize(100).allMatch(place -> place >= 1 && place <= 100);
  }

  @Test
  void with_quantities_holds_and_cancellations_mixed_in_no_place_is_ever_sold_twice() {
    History history = new History();
    BoxOffice office = house.office(SOON);
    String event = office.event(60, 20);
    List<Caller> customers = office.customers(60);
    List<Integer> serverErrors =
        Storm.of(60, i -> buyAndChangeMind(office, event, customers.get(i), i, history));
    assertThat(serverErrors).allMatch(errors -> errors == 0);
    history.assertNoPlaceWasEverSoldTwice();

    house.restart();

    BoxOffice later = house.office();
    List<JsonNode> live = later.live(event);
    History.assertNoPlaceTwice(live);
    assertThat(BoxOffice.ids(live)).containsAll(history.standing());
    JsonNode availability = later.api.get("/events/" + event + "/availability", later.admin).data();
    int taken = 60 - availability.path("availableTickets").asInt();
    // Nobody books any more, but holds may end between the answers.
    assertThat(taken).isBetween(places(later.live(event)).size(), places(live).size());
  }

  private static int buyAndChangeMind(
      BoxOffice office, String event, Caller customer, int seed, History history) {
    Random random = new Random(seed);
    int serverErrors = 0;
    for (int round = 0; round < 10; round++) {
      boolean hold = random.nextInt(4) == 0;
      String key = UUID.randomUUID().toString();
      Answer answer = office.book(customer, event, 1 + random.nextInt(4), hold, key);
      serverErrors += answer.status() >= 500 ? 1 : 0;
      if (answer.status() == 201) {
        history.booked(answer.data());
        if (random.nextInt(3) != 0) {
          String id = answer.data().path("id").asText();
          history.cancelling(id);
          serverErrors += office.cancel(customer, id).status() >= 500 ? 1 : 0;
        }
      }
    }
    return serverErrors;
  }

  @Test
  void the_same_key_sent_20_times_at_once_makes_one_booking() {
    BoxOffice office = house.office(1);
    String event = office.event(100, 10);
    Caller customer = office.customers(1).getFirst();
    String key = UUID.randomUUID().toString();

    List<Answer> answers = Storm.of(20, i -> office.book(customer, event, 2, false, key));

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.isUnderWay());
    assertThat(office.live(event)).hasSize(1);
    house.endRequests(key);
    Answer again = office.book(customer, event, 2, false, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    Answer other = office.book(customer, event, 3, false, key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_key_is_remembered_by_the_store_when_the_process_has_forgotten_it() {
    String key = UUID.randomUUID().toString();
    String email = "somebody@example.com";
    BoxOffice office = house.office();
    String event = office.event(1, 1);
    Answer first = office.book(office.api.register(email), event, 1, false, key);

    house.restart();

    BoxOffice later = house.office();
    Answer again = later.book(later.api.logIn(email, "correct horse"), event, 1, false, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.data().path("id")).isEqualTo(first.data().path("id"));
  }

  @Test
  void an_event_cancelled_in_the_middle_of_a_storm_ends_with_no_live_booking() {
    BoxOffice office = house.office(SOON);
    String event = office.event(10_000, 100);
    List<Caller> customers = office.customers(40);

    List<Answer> answers =
        Storm.of(
            40,
            i -> i == 20 ? cancelEvent(office, event) : bookMany(office, customers.get(i), event));

    assertThat(answers.get(20).status()).isEqualTo(200);
    assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    house.sweep();
    assertThat(office.live(event)).isEmpty();
    assertThat(office.book(customers.getFirst(), event, 1).code()).isEqualTo("EVENT_NOT_BOOKABLE");
  }

  @Test
  void an_event_shrunk_in_the_middle_of_a_storm_ends_with_no_booking_beyond_its_end() {
    BoxOffice office = house.office(SOON);
    String event = office.event(1_000, 100);
    List<Caller> customers = office.customers(40);

    List<Answer> answers =
        Storm.of(
            40, i -> i == 3 ? shrink(office, event) : bookMany(office, customers.get(i), event));

    assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    int total =
        office.api.get("/events/" + event, office.admin).data().path("totalTickets").asInt();
    List<JsonNode> live = office.live(event);
    History.assertNoPlaceTwice(live);
    assertThat(places(live)).allMatch(place -> place <= total);
    assertThat(answers.get(3).status()).isIn(200, 409);
    assertThat(total).isEqualTo(answers.get(3).status() == 200 ? 300 : 1_000);
  }

  @Test
  void
      a_contingent_released_in_the_middle_of_a_storm_is_sold_out_by_both_sides_and_no_place_twice() {
    BoxOffice office = house.office(SOON);
    String event = office.eventKeeping("Press", 100, 200);
    List<Caller> customers = office.customers(40);

    List<Answer> answers =
        Storm.of(
            60,
            i ->
                switch (i % 3) {
                  case 0 -> office.sellFrom("Press", event, 2);
                  case 1 -> bookMany(office, customers.get(i / 3 * 2), event);
                  default -> i == 29 ? release(office, event) : office.sellFrom("Press", event, 1);
                });

    assertThat(answers.get(29).status()).isEqualTo(200);
    assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    Storm.of(20, i -> bookMany(office, customers.get(i), event));
    List<JsonNode> live = office.live(event);
    History.assertNoPlaceTwice(live);
    assertThat(places(live)).hasSize(200);
    assertThat(office.book(customers.getFirst(), event, 1).code()).isEqualTo("SOLD_OUT");
  }

  @Test
  @Timeout(120)
  void the_availability_of_each_instant_of_a_storm_is_what_clients_saw_happen() {
    BoxOffice office = house.office();
    String event = office.event(80, 20);
    Past past = new Past(office, event);
    List<Caller> customers = office.customers(40);

    Storm.of(40, i -> past.live(customers.get(i), new Random(i)));

    past.awaitFacts();
    past.assertRebuilt(100, new Random(7));
  }

  @Test
  void one_user_who_books_from_150_connections_at_once_gets_a_ticket_on_each() {
    BoxOffice office = house.office();
    String event = office.event(1_000, 1_000);
    Caller customer = office.customers(1).getFirst();

    List<Answer> answers = Storm.of(150, _ -> office.book(customer, event, 2));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(places(office.live(event))).hasSize(300);
  }

  @Test
  void two_tabs_that_refresh_at_once_both_go_on_and_a_stolen_token_ends_the_session() {
    BoxOffice office = house.office(SOON);
    Answer registered =
        office.api.post(
            "/auth/register",
            Caller.NOBODY,
            """
            {"email":"two@example.com","password":"correct horse","name":"Two Tabs"}\
            """);
    String stolen = token(registered);

    List<Answer> tabs = Storm.of(2, _ -> refresh(office, stolen));
    List<Answer> later = tabs.stream().map(tab -> refresh(office, token(tab))).toList();
    Answer thief = refresh(office, stolen);

    assertThat(statuses(tabs)).isEqualTo(Map.of(200, 2L));
    assertThat(statuses(later)).isEqualTo(Map.of(200, 2L));
    assertThat(thief.status()).isEqualTo(401);
    assertThat(later).allMatch(tab -> refresh(office, token(tab)).status() == 401);
  }

  private static String token(Answer answer) {
    return answer.data().path("refreshToken").asText();
  }

  private static Answer refresh(BoxOffice office, String token) {
    return office.api.post(
        "/auth/refresh", Caller.NOBODY, "{\"refreshToken\":\"%s\"}".formatted(token));
  }

  private static Answer cancelEvent(BoxOffice office, String event) {
    return office.api.post("/events/" + event + "/cancel", office.admin, "{}");
  }

  private static Answer shrink(BoxOffice office, String event) {
    return office.api.patch(
        "/events/" + event, office.admin, "{\"totalTickets\":300}", "If-Match", "\"1\"");
  }

  private static Answer release(BoxOffice office, String event) {
    return office.api.patch(
        "/events/" + event,
        office.admin,
        "{\"contingents\":[{\"name\":\"Press\",\"size\":100,\"releaseAt\":\"2026-01-01T00:00:00Z\"}]}",
        "If-Match",
        "\"1\"");
  }

  private static Answer bookMany(BoxOffice office, Caller customer, String event) {
    Answer last = office.book(customer, event, 1);
    for (int i = 0; i < 20 && last.status() < 500; i++) {
      last = office.book(customer, event, 1);
    }
    return last;
  }

  private static Map<Integer, Long> statuses(List<Answer> answers) {
    return answers.stream()
        .map(Answer::status)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<Integer> places(List<JsonNode> bookings) {
    return bookings.stream().flatMap(booking -> BoxOffice.places(booking).stream()).toList();
  }
}
