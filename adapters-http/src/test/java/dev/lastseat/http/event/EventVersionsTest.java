package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Call;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Versions of events: what a client has, and what it means to change. */
class EventVersionsTest extends ServerTest {
  private static final String WHOLE =
      "{'name':'Play','date':'2026-09-01T20:00:00Z','venue':'Arena','totalTickets':50,'price':12.5}";

  @Test
  void an_event_that_the_client_has_is_not_sent_again() {
    add(AnEvent.published("event-1"));
    String tag = api("/events/event-1").get().is(200).header("ETag");
    for (String known : new String[] {tag, tag.substring(2), "\"0\", " + tag, "*"}) {
      Reply same = api("/events/event-1").with("If-None-Match", known).get().is(304);
      same.saysNothingOfABody();
      assertThat(same.header("ETag")).isEqualTo(tag);
    }
    api("/events/event-1").with("If-None-Match", "\"0\"").get().is(200);
  }

  @Test
  void a_change_says_which_version_it_changes() {
    add(AnEvent.published("event-1"));
    for (String method : new String[] {"PUT", "PATCH"}) {
      api("/events/event-1").as(admin()).send(method, WHOLE).isError(Code.VERSION_REQUIRED);
      for (String other : new String[] {"\"2\"", "W/\"2\"", "W/\"2-1\"", "1"}) {
        change("event-1", other, method, WHOLE).isError(Code.VERSION_MISMATCH);
      }
      change("unknown", "*", method, WHOLE).isError(Code.NOT_FOUND);
    }
    Reply changed = change("event-1", "\"1\"", "PUT", WHOLE).is(200);
    assertThat(changed.text("/name")).isEqualTo("Play");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    change("event-1", "\"1\"", "PUT", WHOLE).isError(Code.VERSION_MISMATCH);
    assertThat(api("/events/event-1").get().header("ETag")).startsWith("W/\"2-");
  }

  @Test
  void the_tag_of_an_event_covers_its_counts_and_a_change_heeds_the_version_alone() {
    add(AnEvent.published("event-1"));
    String before = api("/events/event-1").get().is(200).header("ETag");
    book(token("ada"), "{'eventId':'event-1'}").is(201);
    house.clock.advance(Duration.ofSeconds(5));

    Reply after = api("/events/event-1").with("If-None-Match", before).get().is(200);

    assertThat(after.json().at("/data/availability/confirmedTickets").asInt()).isEqualTo(1);
    assertThat(after.header("ETag")).isNotEqualTo(before);
    change("event-1", before, "PUT", WHOLE).is(200);
    change("event-1", after.header("ETag"), "PUT", WHOLE).isError(Code.VERSION_MISMATCH);
  }

  @Test
  void counts_that_were_counted_again_and_are_the_same_are_not_sent_again() {
    add(AnEvent.published("event-1"));
    Reply first = api("/events/event-1").get().is(200);
    house.clock.advance(Duration.ofSeconds(6));

    api("/events/event-1").with("If-None-Match", first.header("ETag")).get().is(304);

    assertThat(api("/events/event-1").get().text("/availability/asOf"))
        .isNotEqualTo(first.text("/availability/asOf"));
  }

  /** RFC 9110, section 8.8.1: what has a strong tag is the same to the byte. */
  @Test
  void the_tag_of_counts_is_weak_for_they_may_be_counted_again_and_names_a_version_all_the_same() {
    add(AnEvent.published("event-1"));
    String tag = api("/events/event-1").get().is(200).header("ETag");

    assertThat(tag).startsWith("W/\"1-");
    String strong = change("event-1", tag, "PUT", WHOLE).is(200).header("ETag");
    assertThat(strong).isEqualTo("\"2\"");
    change("event-1", tag, "PUT", WHOLE).isError(Code.VERSION_MISMATCH);
    change("event-1", "W/" + strong, "PUT", WHOLE).is(200);
  }

  @Test
  void an_event_that_can_no_longer_be_booked_is_sent_again() {
    add(AnEvent.published("event-1"));
    String before = api("/events/event-1").get().is(200).header("ETag");
    house.clock.advance(Duration.ofDays(3_650));

    Reply after = api("/events/event-1").with("If-None-Match", before).get().is(200);
    assertThat(after.data().path("bookable").asBoolean()).isFalse();
  }

  @Test
  void caches_between_here_and_the_reader_keep_counts_no_longer_than_counts_are_good() {
    add(AnEvent.published("event-1"));
    for (String path :
        new String[] {"/events/event-1", "/events/event-1/availability", "/events"}) {
      Reply fresh = api(path).get().is(200);
      assertThat(fresh.header("Cache-Control")).as(path).isEqualTo("public, max-age=5");
      assertThat(fresh.headers().allValues("Vary")).as(path).contains("Authorization");
    }
    house.clock.advance(Duration.ofMillis(3_500));
    for (String path :
        new String[] {"/events/event-1", "/events/event-1/availability", "/events"}) {
      assertThat(api(path).get().is(200).header("Cache-Control"))
          .as(path)
          .isEqualTo("public, max-age=1");
      assertThat(api(path).as(token("ada")).get().is(200).header("Cache-Control"))
          .as(path)
          .isEqualTo("no-store");
    }
    Reply same = api("/events/event-1").get().is(200);
    assertThat(
            api("/events/event-1")
                .with("If-None-Match", same.header("ETag"))
                .get()
                .is(304)
                .header("Cache-Control"))
        .isEqualTo("public, max-age=1");
  }

  @Test
  void what_a_client_has_already_is_no_reason_to_hide_what_was_done() {
    add(AnEvent.published("event-1"));
    Reply changed =
        on("event-1", "\"1\"").with("If-None-Match", "\"2\"").send("PUT", WHOLE).is(200);

    assertThat(changed.text("/name")).isEqualTo("Play");
  }

  /** RFC 9110, section 13.1.2. */
  @Test
  void what_must_not_be_there_yet_is_not_changed_where_it_is() {
    add(AnEvent.draft("event-1"));
    for (String there : new String[] {"*", "\"1\"", "W/\"1\"", "\"0\", \"1-of-any-counts\""}) {
      for (String method : new String[] {"PUT", "PATCH"}) {
        unless("event-1", there).send(method, WHOLE).isError(Code.VERSION_MISMATCH);
      }
      unless("event-1/publish", there).send("POST").isError(Code.VERSION_MISMATCH);
      unless("event-1", there).send("DELETE").isError(Code.VERSION_MISMATCH);
    }
    unless("event-1/publish", "\"2\"").send("POST").is(200);
  }

  private Call unless(String path, String tag) {
    return on(path, "\"1\"").with("If-None-Match", tag);
  }

  @Test
  void what_says_which_version_it_means_is_done_to_that_one_only() {
    add(AnEvent.draft("event-1"));
    for (String other : new String[] {"\"2\"", "W/\"2\"", "1", ""}) {
      for (String step : new String[] {"publish", "cancel", "complete"}) {
        on("event-1/" + step, other).send("POST").isError(Code.VERSION_MISMATCH);
      }
      on("event-1", other).send("DELETE").isError(Code.VERSION_MISMATCH);
    }
    on("unknown", "*").send("DELETE").isError(Code.NOT_FOUND);
    on("event-1/publish", "\"1-of-any-counts\"").send("POST").is(200);
    on("event-1/cancel", "\"1\", \"2\"").send("POST").is(200);
    on("event-1", "\"3\"").send("DELETE").is(204);
  }

  private Call on(String path, String tag) {
    return api("/events/" + path).as(admin()).with("If-Match", tag);
  }

  private Reply change(String event, String tag, String method, String body) {
    return on(event, tag).send(method, body);
  }
}
