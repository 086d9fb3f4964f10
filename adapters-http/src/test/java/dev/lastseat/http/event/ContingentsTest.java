package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept for the box office. */
class ContingentsTest extends ServerTest {
  private static final Instant RELEASE = TickingClock.START.plusSeconds(60);
  private static final Contingent PRESS = new Contingent("Press", 4, Optional.of(RELEASE));
  private static final String NEW =
      "{'name':'Play','date':'2099-12-31T20:00:00Z','venue':'Arena','totalTickets':9,'price':1,"
          + "'contingents':%s}";

  private String staff() {
    return token("sam", Role.STAFF);
  }

  private Reply sell(String contingent, int key) {
    return api("/events/event-1/box-office")
        .as(staff())
        .with("Idempotency-Key", new UUID(1, key).toString())
        .send("POST", "{'price':0,%s'guest':{'name':'Eve'}}".formatted(contingent));
  }

  private Reply patch(String body) {
    return api("/events/event-1").as(admin()).with("If-Match", "*").send("PATCH", body);
  }

  @Test
  void staff_and_who_runs_the_event_see_what_is_sold_of_each_and_buyers_nothing_of_it() {
    add(AnEvent.published("event-1").places(10).contingents(PRESS));
    Reply sold = sell("'contingent':'Press',", 1).is(201);
    assertThat(sold.text("/contingent")).isEqualTo("Press");
    assertThat(sold.text("/places/0")).isEqualTo("1");

    for (String viewer : new String[] {staff(), admin()}) {
      Reply shown = api("/events/event-1").as(viewer).get().is(200);
      assertThat(shown.data().path("contingents").toString())
          .isEqualTo(
              """
              [{"name":"Press","size":4,"releaseAt":"2026-06-01T12:01:00.000Z","released":false,\
              "sold":1,"left":3}]\
              """);
      assertThat(shown.text("/availability/availableTickets")).isEqualTo("6");
      assertThat(api("/events").as(viewer).get().data().at("/0/contingents/0/left").asInt())
          .isEqualTo(3);
    }
    for (Reply shown :
        new Reply[] {
          api("/events/event-1").get().is(200),
          api("/events/event-1").as(token("ada")).get().is(200),
          api("/events").get().is(200)
        }) {
      assertThat(shown.json().toString()).doesNotContain("ontingent").doesNotContain("Press");
    }
    assertThat(api("/events/event-1").get().text("/availability/availableTickets")).isEqualTo("6");
  }

  @Test
  void
      who_knows_a_version_is_told_when_other_contingents_are_sold_though_the_counts_are_the_same() {
    var two = new Contingent("Sponsors", 4, Optional.empty());
    add(AnEvent.published("event-1").places(10).contingents(PRESS, two));
    Reply first = sell("'contingent':'Press',", 1).is(201);
    String etag = api("/events/event-1").as(staff()).get().header("ETag");
    api("/bookings/" + first.text("/id") + "/cancel").as(staff()).send("PATCH", "{}").is(200);
    sell("'contingent':'Sponsors',", 2).is(201);

    api("/events/event-1").as(staff()).with("If-None-Match", etag).get().is(200);
  }

  @Test
  void a_contingent_that_there_is_not_or_that_is_released_is_refused_by_name() {
    add(AnEvent.published("event-1").places(10).contingents(PRESS));

    Reply unknown = sell("'contingent':'Nobody',", 1).isError(Code.CONFLICT);
    assertThat(unknown.fields()).containsExactly("contingent");
    house.clock.advance(Duration.ofSeconds(60));
    Reply released = sell("'contingent':'Press',", 2).isError(Code.CONFLICT);
    assertThat(released.json().path("message").asText())
        .isEqualTo("The event keeps no contingent Press: it is released, or there never was one.");
    sell("", 3).is(201);
  }

  @Test
  void an_event_is_created_with_contingents_that_it_has_places_for() {
    Reply created =
        api("/events")
            .as(admin())
            .send("POST", NEW.formatted("[{'name':'Press','size':4},{'name':'B','size':5}]"))
            .is(201);
    assertThat(created.data().at("/contingents/1/left").asInt()).isEqualTo(5);
    assertThat(created.text("/availability/availableTickets")).isEqualTo("0");

    Reply many =
        api("/events")
            .as(admin())
            .send("POST", NEW.formatted("[{'name':'Press','size':5},{'name':'B','size':5}]"));
    assertThat(many.is(400).fields()).containsExactly("totalTickets");
    Reply same =
        api("/events")
            .as(admin())
            .send("POST", NEW.formatted("[{'name':'B','size':1},{'name':'B','size':1}]"));
    assertThat(same.is(400).fields()).containsExactly("contingents");
    Reply wrong = api("/events").as(admin()).send("POST", NEW.formatted("[{'name':'B','size':0}]"));
    assertThat(wrong.is(400).fields()).containsExactly("contingents[0].size");
  }

  @Test
  void a_patch_leaves_contingents_as_they_are_or_releases_them_by_hand() {
    add(AnEvent.published("event-1").places(4).contingents(PRESS));
    book(token("ada"), "{'eventId':'event-1'}").isError(Code.SOLD_OUT);

    patch("{'name':'Play'}").is(200);
    assertThat(patch("{'totalTickets':3}").is(400).fields()).containsExactly("totalTickets");
    patch("{'contingents':null}").isError(Code.CONFLICT);
    patch("{'contingents':[{'name':'Press','size':3}]}").isError(Code.CONFLICT);
    Reply released =
        patch(
                "{'contingents':[{'name':'Press','size':4,'releaseAt':'%s'}]}"
                    .formatted(TickingClock.START))
            .is(200);

    assertThat(released.data().at("/contingents/0/released").asBoolean()).isTrue();
    assertThat(released.text("/availability/availableTickets")).isEqualTo("4");
    book(token("ada"), "{'eventId':'event-1'}").is(201);
  }
}
