package dev.lastseat.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.Route;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens to the availability of an event. */
class ListenersTest extends ServerTest {
  private static final String PATH = "/events/event-1/availability";

  @BeforeEach
  void addEvent() {
    add(AnEvent.published("event-1").places(10));
  }

  @Test
  void who_listens_is_told_what_there_is_and_then_what_changes() {
    try (Listening ada = listen();
        Listening bob = listen()) {
      assertThat(ada.header("Content-Type")).startsWith("text/event-stream");
      assertThat(ada.header("Cache-Control")).isEqualTo("no-store");
      assertThat(ada.header("RateLimit")).contains("r=999");
      assertThat(ada.next().getFirst()).matches("retry: \\d{4}");
      assertThat(bob.event())
          .isEqualTo(
              """
              event: availability
              data: {"totalTickets":10,"availableTickets":10,"confirmedTickets":0,"heldTickets":0,\
              "asOf":"2026-06-01T12:00:00.000Z","bookable":true}\
              """);

      book(token("carl"), "{'eventId':'event-1','quantity':2}").is(201);

      assertThat(Stream.of(ada, bob).map(Listening::event))
          .allMatch(event -> event.contains("\"availableTickets\":8,\"confirmedTickets\":2"));
    }
  }

  @Test
  void a_new_count_that_says_the_same_is_no_news() {
    try (Listening listening = listen()) {
      listening.next();
      house.clock.advance(Duration.ofSeconds(15)); // counted anew since

      assertThat(listening.next()).containsExactly(":");
    }
  }

  @Test
  void a_listener_learns_that_the_event_is_cancelled_and_that_it_is_gone() {
    try (Listening listening = listen()) {
      listening.next();
      api("/events/event-1/cancel").as(admin()).send("POST").is(200);
      assertThat(listening.event())
          .contains("\"bookable\":false,\"notBookableReason\":\"CANCELLED\"");

      api("/events/event-1").as(admin()).send("DELETE").is(204);
      assertThat(listening.event()).isEqualTo("event: gone\ndata: {}");
      assertThat(listening.next()).isEmpty();
    }
    api(PATH).with("Accept", "text/event-stream").get().isError(Code.NOT_FOUND);
  }

  @Test
  void while_the_store_is_away_nothing_is_told_and_nobody_leaves() {
    try (Listening listening = listen()) {
      listening.next();
      house.store.goAway();
      house.clock.advance(Duration.ofSeconds(15));
      assertThat(listening.next()).containsExactly(":");
      house.store.comeBack();

      book(token("carl"), "{'eventId':'event-1'}").is(201);

      assertThat(listening.event()).contains("\"availableTickets\":9");
    }
  }

  @Test
  void a_draft_is_listened_to_by_those_who_run_it_only() {
    add(AnEvent.draft("draft-1"));
    String admin = admin();

    api("/events/draft-1/availability")
        .with("Accept", "text/event-stream")
        .as(token("ada", Role.USER))
        .get()
        .isError(Code.NOT_FOUND);
    try (Listening listening =
        Listening.to(
            server.uri().resolve(Route.BASE + "/events/draft-1/availability"),
            "Authorization: Bearer " + admin)) {
      assertThat(listening.event()).contains("\"notBookableReason\":\"DRAFT\"");
      api("/events/draft-1/publish").as(admin).send("POST").is(200);
      assertThat(listening.event()).contains("\"bookable\":true");
    }
  }

  @Test
  void one_more_than_may_listen_is_told_so_and_there_is_room_again_when_one_is_gone() {
    List<Listening> all =
        Stream.of("1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4").map(this::listenFrom).toList();
    all.forEach(Listening::next);

    Reply refused = api(PATH).with("Accept", "text/event-stream").get();
    refused.isError(Code.SERVICE_UNAVAILABLE);
    assertThat(refused.json().path("message").asText()).startsWith("4 listen already");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    api(PATH).get().is(200);

    all.getFirst().close();
    while (house.observer.count("http.listeners") == LISTENERS.max()) {
      house.clock.advance(Duration.ofSeconds(15));
      assertThat(all.getLast().next()).containsExactly(":"); // and one for who is gone
    }
    try (Listening another = listen()) {
      assertThat(another.event()).contains("\"availableTickets\":10");
    }
    all.forEach(Listening::close);
  }

  @Test
  void one_address_cannot_take_all_seats() {
    List<Listening> all =
        Stream.generate(() -> listenFrom("1.1.1.1")).limit(LISTENERS.maxPerSender()).toList();
    all.forEach(Listening::next);

    api(PATH)
        .with("Accept", "text/event-stream")
        .with("X-Forwarded-For", "1.1.1.1")
        .get()
        .isError(Code.RATE_LIMIT_EXCEEDED);

    listenFrom("2.2.2.2").close();
    all.forEach(Listening::close);
  }

  @Test
  void what_a_client_has_heard_before_makes_no_difference() {
    try (Listening again =
        Listening.to(server.uri().resolve(Route.BASE + PATH), "Last-Event-ID: x\u00e4")) {
      assertThat(again.event()).contains("\"availableTickets\":10");
    }
  }

  @Test
  void who_has_listened_for_the_time_of_the_rate_limit_comes_again_and_is_counted() {
    try (Listening listening = listen()) {
      listening.next();
      house.clock.advance(WINDOW);

      assertThat(listening.next()).isEmpty();
    }
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_nobody_listen_for_so_long() {
    try (Listening listening = listen()) {
      listening.next();
      house.clock.advance(Duration.ofDays(-1));

      assertThat(listening.next()).isEmpty();
    }
  }

  @Test
  void when_the_server_stops_who_listens_is_let_go_in_order() {
    Listening listening = listen();
    listening.next();

    server.close();

    assertThat(listening.next()).isEmpty();
    assertThat(house.observer.count("http.listeners")).isZero();
  }

  @Test
  void a_request_is_over_for_those_who_watch_when_the_listening_begins() {
    try (Listening listening = listen()) {
      listening.next();
      assertThat(house.observer.seen()).contains("GET /api/v1/events/{id}/availability 200 ok");
    }
  }

  @Test
  void json_is_for_those_who_do_not_ask_to_listen_and_no_cache_mixes_them_up() {
    Reply json = api(PATH).with("Accept", "*/*").get().is(200);

    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
    Reply head = api(PATH).with("Accept", "text/event-stream").send("HEAD").is(200);
    assertThat(head.header("Content-Type")).startsWith("text/event-stream");
  }

  private Listening listenFrom(String address) {
    return Listening.to(server.uri().resolve(Route.BASE + PATH), "X-Forwarded-For: " + address);
  }

  private Listening listen() {
    return Listening.to(server.uri().resolve(Route.BASE + PATH));
  }
}
