package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as they were. */
class PastEventsTest extends ServerTest {
  private static final String START = "?at=" + TickingClock.START;

  @BeforeEach
  void addEvent() {
    add(AnEvent.published("event-1").places(10));
    house.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void who_runs_an_event_is_shown_it_as_it_was() {
    String owner = token(AnEvent.ORGANISER.value(), Role.ORGANISER);
    book(token("carl"), "{'eventId':'event-1','quantity':2}").is(201);
    house.clock.advance(Duration.ofMinutes(1));
    api("/events/event-1/cancel").as(owner).send("POST").is(200);

    Reply first = api("/events/event-1" + START).as(owner).get().is(200);
    assertThat(first.text("/status")).isEqualTo("published");
    assertThat(first.text("/version")).isEqualTo("1");
    assertThat(first.text("/availability/availableTickets")).isEqualTo("10");
    assertThat(first.header("ETag")).isEmpty();
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");

    Reply sold = api("/events/event-1/availability?at=2026-06-01T12:01:00Z").as(admin()).get();
    assertThat(sold.is(200).data().toString())
        .isEqualTo(
            """
            {"totalTickets":10,"availableTickets":8,"confirmedTickets":2,"heldTickets":0,\
            "asOf":"2026-06-01T12:01:00.000Z"}\
            """);
  }

  @Test
  void a_time_that_makes_no_sense_or_has_not_come_is_refused_by_name() {
    String admin = admin();
    for (String at : new String[] {"yesterday", "2026-06-01T12:00", "2026-06-01T12:01:00.001Z"}) {
      for (String path : new String[] {"/events/event-1", "/events/event-1/availability"}) {
        Reply refused = api(path + "?at=" + at).as(admin).get();
        refused.isError(Code.VALIDATION_ERROR);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("at");
      }
    }
    api("/events/event-1?at=").get().is(200);
    api("/events/event-1?version=1").get().isError(Code.VALIDATION_ERROR);
  }

  @Test
  void before_it_was_created_there_was_no_such_event() {
    Reply none = api("/events/event-1?at=2026-06-01").as(admin()).get();
    none.isError(Code.NOT_FOUND);
    assertThat(none.json().path("message").asText())
        .isEqualTo("There was no such event at 2026-06-01T00:00:00.000Z.");
  }

  @Test
  void the_past_is_for_those_who_run_the_event() {
    api("/events/event-1" + START).get().isError(Code.AUTHENTICATION_ERROR);
    api("/events/event-1" + START).as(token("carl")).get().isError(Code.AUTHORIZATION_ERROR);
    api("/events/event-1" + START).as(token("other", Role.ORGANISER)).get().isError(Code.NOT_FOUND);
  }

  @Test
  void nobody_can_listen_to_the_past() {
    Reply refused =
        api("/events/event-1/availability" + START)
            .as(admin())
            .with("Accept", "text/event-stream")
            .get();
    refused.isError(Code.VALIDATION_ERROR);
    assertThat(refused.json().at("/errors/0/message").asText()).contains("the past");
  }
}
