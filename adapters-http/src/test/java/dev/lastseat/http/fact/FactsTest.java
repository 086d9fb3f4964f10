package dev.lastseat.http.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, to whom it may be told. */
class FactsTest extends ServerTest {
  private String anna = "";
  private String admin = "";
  private String booking = "";
  private long before;

  @BeforeEach
  void open() {
    anna = token("anna");
    admin = admin();
    before = api("/facts").as(admin).get().is(200).json().at("/data/next").asLong();
    add(AnEvent.published("event-1").places(3));
    booking = book(anna, "{'eventId':'event-1','hold':true}").is(201).header("Location");
    root(booking + "/confirm").as(anna).send("PATCH").is(200);
  }

  @Test
  void the_log_is_told_in_parts_to_admins_and_to_keys_that_may_read_it() {
    Reply first = api("/facts?limit=2&after=" + before).as(admin).get().is(200);
    assertThat(first.json().at("/data/facts").findValuesAsText("kind"))
        .containsExactly("event.created", "booking.held");
    assertThat(first.json().at("/data/next").asLong()).isEqualTo(before + 2);
    assertThat(first.text("/facts/1/actor")).isEqualTo("user:anna");
    assertThat(first.text("/facts/1/data/places")).isEqualTo("1");

    Reply rest = api("/facts?after=" + (before + 2)).as(admin).get().is(200);
    assertThat(rest.json().at("/data/facts").findValuesAsText("sequence"))
        .containsExactly(String.valueOf(before + 3));
    Reply end = api("/facts?after=" + (before + 3)).as(admin).get().is(200);
    assertThat(end.json().at("/data/facts").size()).isZero();
    assertThat(end.json().at("/data/next").asLong()).isEqualTo(before + 3);

    Reply key =
        api("/api-keys")
            .as(admin)
            .send("POST", "{'name':'warehouse','scopes':['facts:read']}")
            .is(201);
    api("/facts").as(key.text("/key")).get().is(200);
    api("/facts").as(anna).get().is(403);
  }

  @Test
  void only_the_kinds_that_are_asked_for_are_told_and_the_others_are_passed_over() {
    String kinds = "/facts?kinds=booking.confirmed&kinds=event.changed";
    Reply found = api(kinds).as(admin).get().is(200);
    assertThat(found.json().at("/data/facts").findValuesAsText("kind"))
        .containsExactly("booking.confirmed");
    Reply none = api("/facts?kinds=event.deleted").as(admin).get().is(200);
    assertThat(none.json().at("/data/next").asLong()).isEqualTo(before + 3);
  }

  @Test
  void parameters_that_make_no_sense_are_refused_by_name() {
    for (String query :
        new String[] {
          "after=-1",
          "after=x",
          "kinds=party",
          "limit=0",
          "from=1",
          "to=x",
          "stream=x",
          "stream=:",
          "actor=anna",
          "actor=user:",
          "since=1",
          "from=2026-06-02&to=2026-06-01"
        }) {
      String name = query.substring(0, query.indexOf('='));
      assertThat(api("/facts?" + query).as(admin).get().is(400).json().toString())
          .contains("\"field\":\"" + name + "\"");
    }
  }

  @Test
  void the_log_is_filtered_by_stream_actor_and_time() {
    house.clock.advance(Duration.ofMinutes(1));
    api("/events/event-1/cancel").as(admin).send("POST").is(200);

    assertThat(kinds("stream=event:event-1")).containsExactly("event.created", "event.cancelled");
    assertThat(kinds("stream=event:event-1&after=3")).containsExactly("event.cancelled");
    assertThat(kinds("stream=event:none")).isEmpty();
    assertThat(kinds("actor=user:anna")).containsExactly("booking.held", "booking.confirmed");
    assertThat(kinds("actor=user:anna&kinds=booking.held")).containsExactly("booking.held");
    assertThat(kinds("from=2026-06-01T12:00:00.001Z")).containsExactly("event.cancelled");
    assertThat(kinds("stream=event:event-1&to=2026-06-01T12:00:59.999Z"))
        .containsExactly("event.created");
    assertThat(kinds("from=2026-06-02")).isEmpty();
  }

  private List<String> kinds(String query) {
    Reply found = api("/facts?" + query).as(admin).get().is(200);
    return found.json().at("/data/facts").findValuesAsText("kind");
  }

  @Test
  void all_of_the_log_is_exported_a_fact_a_line() {
    Reply all = ndjson("/facts?after=3");
    assertThat(all.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(new String(all.body(), StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"sequence\":4,\"stream\":\"booking:")
        .contains("\"actor\":\"user:anna\"");
    assertThat(ndjson("/facts?stream=event:event-1").body()).hasSizeGreaterThan(100);
    assertThat(ndjson("/facts?after=5").body()).isEmpty();
    api("/facts?limit=2").as(admin).with("Accept", "application/x-ndjson").get().is(400);
  }

  @Test
  void a_history_is_told_in_parts_from_its_end_on() {
    api("/events/event-1/cancel").as(admin).send("POST").is(200);

    assertThat(versions("/events/event-1/history?limit=1", admin)).containsExactly("2");
    assertThat(versions("/events/event-1/history?limit=1&before=2", admin)).containsExactly("1");
    assertThat(versions("/events/event-1/history?before=1", admin)).isEmpty();
    String ofBooking = booking.substring("/api/v1".length()) + "/history";
    assertThat(versions(ofBooking + "?limit=1&before=2", anna)).containsExactly("1");
    api(ofBooking + "?before=x").as(anna).get().is(400);
    api(ofBooking + "?kinds=booking.held").as(anna).get().is(400);
  }

  private List<String> versions(String path, String viewer) {
    return api(path).as(viewer).get().is(200).json().at("/data").findValuesAsText("version");
  }

  @Test
  void who_runs_an_event_asks_who_changed_what_and_has_it_a_line_each() {
    api("/events/event-1/cancel").as(admin).send("POST").is(200);
    Reply changed = api("/events/event-1/history?actor=user:admin").as(admin).get().is(200);
    assertThat(changed.json().at("/data").findValuesAsText("kind"))
        .containsExactly("event.cancelled");
    Reply created = api("/events/event-1/history?kinds=event.created").as(admin).get().is(200);
    assertThat(created.json().at("/data").findValuesAsText("kind"))
        .containsExactly("event.created");
    assertThat(new String(ndjson("/events/event-1/history").body(), StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("event.cancelled");
    api("/events/none/history").as(admin).with("Accept", "application/x-ndjson").get().is(404);
  }

  private Reply ndjson(String path) {
    return api(path).as(admin).with("Accept", "application/x-ndjson").get().is(200);
  }

  @Test
  void its_owner_is_told_what_happened_to_a_booking_and_not_who_did_it() {
    Reply own = root(booking + "/history").as(anna).get().is(200);
    assertThat(own.json().at("/data").findValuesAsText("kind"))
        .containsExactly("booking.confirmed", "booking.held");
    assertThat(own.json().toString()).doesNotContain("actor", "requestId");

    Reply staff = root(booking + "/history").as(token("sam", Role.STAFF)).get().is(200);
    assertThat(staff.text("/0/actor")).isEqualTo("user:anna");
    root(booking + "/history").as(token("ben")).get().is(404);
  }

  @Test
  void whoever_runs_an_event_is_told_what_happened_to_it() {
    String owner = token(AnEvent.ORGANISER.value(), Role.ORGANISER);
    Reply own = api("/events/event-1/history").as(owner).get().is(200);
    assertThat(own.text("/0/kind")).isEqualTo("event.created");
    assertThat(own.text("/0/data/name")).isEqualTo("Concert");
    api("/events/event-1/history").as(token("other", Role.ORGANISER)).get().is(404);
    api("/events/none/history").as(admin).get().is(404);
  }
}
