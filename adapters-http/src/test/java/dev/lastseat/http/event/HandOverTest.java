package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.live.Listening;
import dev.lastseat.http.request.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that another organiser runs from now on. */
class HandOverTest extends ServerTest {
  private String former = "";
  private String other = "";

  @BeforeEach
  void people() {
    former = token(AnEvent.ORGANISER.value(), Role.ORGANISER);
    other = token("other", Role.ORGANISER);
    add(AnEvent.draft("event-1"));
  }

  @Test
  void who_handed_an_event_over_has_no_say_in_it_any_more_neither_with_a_token_nor_with_a_key() {
    String key =
        api("/api-keys")
            .as(former)
            .send("POST", "{'name':'shop','scopes':['events:read','events:write']}")
            .is(201)
            .text("/key");
    api("/events/event-1").as(key).get().is(200);

    var theirs = handOver(former, "other").is(200);

    assertThat(theirs.text("/organiserId")).isEqualTo("other");
    assertThat(theirs.header("ETag")).isEqualTo("\"2\"");
    for (String credential : new String[] {former, key}) {
      api("/events/event-1").as(credential).get().isError(Code.NOT_FOUND);
      api("/events/event-1/publish").as(credential).send("POST").isError(Code.NOT_FOUND);
    }
    api("/events/event-1/publish").as(other).send("POST").is(200);
    api("/events/event-1/cancel").as(former).send("POST").isError(Code.AUTHORIZATION_ERROR);
  }

  @Test
  void who_listens_to_a_draft_that_was_handed_over_hears_no_more_of_it() {
    try (Listening listening =
        Listening.to(
            server.uri().resolve(Route.BASE + "/events/event-1/availability"),
            "Authorization: Bearer " + former)) {
      listening.next();

      handOver(former, "other").is(200);

      assertThat(listening.event()).isEqualTo("event: gone\ndata: {}");
    }
  }

  @Test
  void an_event_goes_to_nobody_who_may_not_run_it_and_not_by_a_key() {
    token("staff", Role.STAFF);
    for (String nobody : new String[] {"staff", "unknown", "not an id"}) {
      assertThat(handOver(former, nobody).isError(Code.VALIDATION_ERROR).fields())
          .containsExactly("organiserId");
    }
    handOver(former, AnEvent.ORGANISER.value()).isError(Code.CONFLICT);
    api("/events/event-1/hand-over").as(former).send("POST").isError(Code.UNSUPPORTED_MEDIA_TYPE);
    api("/events/event-1/hand-over")
        .as(former)
        .with("If-Match", "\"2\"")
        .send("POST", "{'organiserId':'other'}")
        .isError(Code.VERSION_MISMATCH);
  }

  private Reply handOver(String by, String to) {
    return api("/events/event-1/hand-over")
        .as(by)
        .send("POST", "{'organiserId':'%s'}".formatted(to));
  }
}
