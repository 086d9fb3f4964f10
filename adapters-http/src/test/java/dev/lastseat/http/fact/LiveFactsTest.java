package dev.lastseat.http.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.live.Listening;
import dev.lastseat.http.request.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows what happens. */
class LiveFactsTest extends ServerTest {
  private static final EventId EVENT = new EventId("event-1");

  private String admin = "";
  private String carl = "";
  private long start;

  @BeforeEach
  void addEvent() {
    add(AnEvent.published("event-1"));
    admin = admin();
    carl = token("carl");
    start = house.facts.head();
  }

  @Test
  void who_says_nothing_of_the_past_is_told_what_happens_from_now_on() {
    try (Listening listening = listen("")) {
      assertThat(listening.header("Content-Type")).startsWith("text/event-stream");
      assertThat(listening.event()).isEqualTo("id: " + start);

      book(carl, "{'eventId':'event-1','quantity':2}").is(201);

      assertThat(listening.event())
          .startsWith("id: %d\nevent: fact\ndata: {\"sequence\":%1$d,".formatted(start + 1))
          .contains("\"kind\":\"booking.confirmed\"", "\"actor\":\"user:carl\"");
    }
  }

  @Test
  void who_comes_again_goes_on_where_it_was_cut_off() {
    change(3);
    try (Listening listening = listen("?after=1", "Last-Event-ID: " + (start + 1))) {
      assertThat(listening.event()).isEqualTo("id: " + (start + 1));
      assertThat(ids(listening.next())).containsExactly(start + 2, start + 3);
    }
  }

  @Test
  void who_is_far_behind_is_told_all_of_it_in_order_and_then_what_comes() {
    change(2_600);
    try (Listening listening = listen("?after=0")) {
      listening.next();
      List<Long> told = new ArrayList<>();
      while (told.size() < start + 2_600) {
        told.addAll(ids(listening.next()));
      }
      change(1);
      told.addAll(ids(listening.next()));
      assertThat(told)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, start + 2_601).boxed().toList());
    }
  }

  @Test
  void only_what_is_asked_for_is_told_and_the_place_moves_on_past_the_rest() {
    change(2_600);
    try (Listening listening = listen("?after=0&kinds=event.cancelled&kinds=event.created")) {
      listening.next();
      assertThat(ids(listening.next())).containsExactly(1L);
      api("/events/event-1/cancel").as(admin).send("POST").is(200);
      assertThat(ids(listening.next())).containsExactly(start + 2_601);
    }
    try (Listening listening = listen("?after=0&kinds=event.deleted")) {
      listening.next();
      assertThat(listening.event()).isEqualTo("id: " + (start + 2_601));
    }
  }

  @Test
  void while_the_store_is_away_nobody_leaves_and_nothing_is_missed() {
    try (Listening listening = listen("")) {
      listening.next();
      house.store.goAway();
      house.clock.advance(Duration.ofSeconds(15));
      assertThat(listening.next()).containsExactly(":");
      house.store.comeBack();
      change(1);
      assertThat(ids(listening.next())).containsExactly(start + 1);
    }
  }

  @Test
  void a_place_that_makes_no_sense_is_refused_by_name_and_so_are_those_who_may_not() {
    Reply refused =
        api("/facts")
            .as(admin)
            .with("Accept", "text/event-stream")
            .with("Last-Event-ID", "x")
            .get();
    refused.isError(Code.VALIDATION_ERROR);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("Last-Event-ID");
    api("/facts")
        .as(carl)
        .with("Accept", "text/event-stream")
        .get()
        .isError(Code.AUTHORIZATION_ERROR);
  }

  /** A fact each. */
  private void change(int times) {
    for (int i = 0; i < times; i++) {
      Event event = house.events.find(EVENT).orElseThrow();
      house.events.update(event.change(event.details(), house.clock.instant()));
    }
  }

  private static List<Long> ids(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .map(line -> Long.valueOf(line.substring(4)))
        .toList();
  }

  private Listening listen(String query, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization: Bearer " + admin);
    return Listening.to(
        server.uri().resolve(Route.BASE + "/facts" + query), all.toArray(String[]::new));
  }
}
