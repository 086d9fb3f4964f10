package dev.lastseat.http.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, to whom it may be told. */
class FactsTest extends ServerTest {
  private String anna = "";
  private String admin = "";
  private String booking = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(3));
    anna = token("anna");
    admin = admin();
    booking = book(anna, "{'eventId':'event-1','hold':true}").is(201).header("Location");
    root(booking + "/confirm").as(anna).send("PATCH").is(200);
  }

  @Test
  void the_log_is_told_in_parts_to_admins_and_to_keys_that_may_read_it() {
    Reply first = api("/facts?limit=2").as(admin).get().is(200);
    assertThat(first.json().at("/data/facts").findValuesAsText("kind"))
        .containsExactly("event.created", "booking.held");
    assertThat(first.json().at("/data/next").asLong()).isEqualTo(2);
    assertThat(first.text("/facts/1/actor")).isEqualTo("user:anna");
    assertThat(first.text("/facts/1/data/places")).isEqualTo("1");

    Reply rest = api("/facts?after=2").as(admin).get().is(200);
    assertThat(rest.json().at("/data/facts").findValuesAsText("sequence")).containsExactly("3");
    Reply end = api("/facts?after=3").as(admin).get().is(200);
    assertThat(end.json().at("/data/facts").size()).isZero();
    assertThat(end.json().at("/data/next").asLong()).isEqualTo(3);

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
    assertThat(none.json().at("/data/next").asLong()).isEqualTo(3);
  }

  @Test
  void parameters_that_make_no_sense_are_refused_by_name() {
    for (String query : new String[] {"after=-1", "after=x", "kinds=party", "limit=0", "from=1"}) {
      String name = query.substring(0, query.indexOf('='));
      assertThat(api("/facts?" + query).as(admin).get().is(400).json().toString())
          .contains("\"field\":\"" + name + "\"");
    }
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
