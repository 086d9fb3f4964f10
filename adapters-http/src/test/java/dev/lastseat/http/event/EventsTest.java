package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import org.junit.jupiter.api.Test;

/** Events: what changes them, and who sees them. */
class EventsTest extends ServerTest {
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String WHOLE =
      "{'name':'Play','date':'2026-09-01T20:00:00Z','venue':'Arena','totalTickets':50,'price':12.5}";

  @Test
  void an_organiser_runs_events_of_their_own_and_no_others() {
    String anna = token("anna", Role.ORGANISER);
    String bob = token("bob", Role.ORGANISER);
    Reply created = api("/events").as(anna).send("POST", WHOLE).is(201);
    String path = "/events/" + created.text("/id");

    assertThat(created.text("/organiserId")).isEqualTo("anna");
    api(path).as(bob).get().isError(Code.NOT_FOUND);
    api(path + "/publish").as(bob).send("POST").isError(Code.NOT_FOUND);
    api(path + "/publish").as(anna).send("POST").is(200);
    api(path).as(bob).get().is(200);
    api(path + "/cancel").as(bob).send("POST").isError(Code.AUTHORIZATION_ERROR);
    api("/events")
        .as(token("carl", Role.STAFF))
        .send("POST", WHOLE)
        .isError(Code.AUTHORIZATION_ERROR);
    api("/events?organiserId=").as(anna).get().is(200);
    api("/events?organiserId=%20").as(anna).get().isError(Code.VALIDATION_ERROR);
  }

  @Test
  void a_new_event_is_a_draft_in_euros_with_ten_tickets_a_user() {
    Reply created = api("/events").as(admin()).send("POST", WHOLE).is(201);
    assertThat(created.text("/status")).isEqualTo("draft");
    assertThat(created.text("/currency")).isEqualTo("EUR");
    assertThat(created.data().path("maxTicketsPerUser").asInt()).isEqualTo(10);
    assertThat(created.data().path("price").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    String location = created.header("Location");
    root(location).get().isError(Code.NOT_FOUND);
    assertThat(root(location).as(admin()).get().is(200).text("/name")).isEqualTo("Play");
    assertThat(api("/events").get().is(200).data()).isEmpty();
    assertThat(api("/events").as(admin()).get().is(200).data()).hasSize(1);
  }

  @Test
  void a_merge_patch_changes_what_it_names_and_null_brings_a_default_back() {
    add(AnEvent.published("event-1").perUser(4));
    Reply patched =
        patch("{\"name\":\"Opera\",\"maxTicketsPerUser\":null,\"currency\":null}").is(200);
    assertThat(patched.text("/name")).isEqualTo("Opera");
    assertThat(patched.text("/venue")).isEqualTo("Town Hall");
    assertThat(patched.text("/currency")).isEqualTo("EUR");
    assertThat(patched.data().path("maxTicketsPerUser").asInt()).isEqualTo(10);
  }

  @Test
  void who_confirms_follows_the_price_until_somebody_says_it() {
    add(AnEvent.published("event-1").terms(Terms.USUAL));
    assertThat(api("/events/event-1").get().text("/confirmedBy")).isEqualTo("server");
    assertThat(patch(1, "{\"price\":0}").is(200).text("/confirmedBy")).isEqualTo("buyer");
    assertThat(patch(2, "{\"confirmedBy\":\"server\"}").is(200).text("/confirmedBy"))
        .isEqualTo("server");
    assertThat(patch(3, "{\"holdTtl\":60}").is(200).data().path("holdTtl").asInt()).isEqualTo(60);
    assertThat(patch(4, "{\"holdTtl\":null,\"confirmedBy\":null}").data().has("holdTtl")).isFalse();
    assertThat(patch(5, "{\"holdTtl\":0,\"confirmedBy\":\"me\"}").fields())
        .containsExactlyInAnyOrder("holdTtl", "confirmedBy");
  }

  @Test
  void a_buyer_who_books_what_has_to_be_paid_is_told_that_it_is_held() {
    add(AnEvent.published("event-1").terms(Terms.USUAL));
    Reply held = book(token("anna"), "{'eventId':'event-1'}").is(201);
    assertThat(held.text("/status")).isEqualTo("pending");
    assertThat(held.json().path("message").asText()).contains("confirm it once it is paid");
    String path = "/bookings/" + held.text("/id") + "/confirm";
    api(path).as(token("anna")).send("PATCH").isError(Code.AUTHORIZATION_ERROR);
    String paid =
        "{'payment':{'provider':'stripe','reference':'pi_1','amount':25,'currency':'EUR'}}";
    assertThat(api(path).as(admin()).send("PATCH", paid).is(200).text("/status"))
        .isEqualTo("confirmed");
  }

  @Test
  void a_merge_patch_takes_nothing_away_that_an_event_needs() {
    add(AnEvent.published("event-1"));
    Reply refused =
        patch("{\"name\":null,\"date\":null,\"venue\":null,\"totalTickets\":null,\"price\":null}");
    assertThat(refused.isError(Code.VALIDATION_ERROR).fields())
        .containsExactlyInAnyOrder("name", "date", "venue", "totalTickets", "price");
    assertThat(patch("{\"status\":\"cancelled\",\"id\":\"x\"}").fields())
        .containsExactlyInAnyOrder("status", "id");
    assertThat(api("/events/event-1").get().header("ETag")).startsWith("W/\"1-");
  }

  @Test
  void an_event_goes_from_draft_to_published_to_completed() {
    add(AnEvent.draft("event-1").on(TickingClock.START.plus(WINDOW)));
    step("complete").isError(Code.CONFLICT);
    assertThat(step("publish").is(200).text("/status")).isEqualTo("published");
    step("publish").isError(Code.CONFLICT);
    step("complete").isError(Code.CONFLICT);
    house.clock.advance(WINDOW);
    assertThat(step("complete").is(200).text("/status")).isEqualTo("completed");
    step("cancel").isError(Code.CONFLICT);
    api("/events/unknown/publish").as(admin()).send("POST").isError(Code.NOT_FOUND);
  }

  @Test
  void an_event_says_whether_it_can_be_booked_and_why_not() {
    add(AnEvent.published("event-1").places(1).on(TickingClock.START.plus(WINDOW)));
    assertThat(api("/events/event-1").get().is(200).data().path("bookable").asBoolean()).isTrue();
    assertThat(api("/events/event-1").get().data().has("notBookableReason")).isFalse();

    book(token("anna"), "{'eventId':'event-1'}").is(201);
    Reply soldOut = api("/events/event-1").get().is(200);
    assertThat(soldOut.data().path("bookable").asBoolean()).isFalse();
    assertThat(soldOut.text("/notBookableReason")).isEqualTo("SOLD_OUT");

    house.clock.advance(WINDOW);
    assertThat(
            api("/events?when=all").get().is(200).json().at("/data/0/notBookableReason").asText())
        .isEqualTo("BEGUN");
    assertThat(step("cancel").is(200).text("/notBookableReason")).isEqualTo("CANCELLED");
  }

  @Test
  void a_draft_whose_date_has_passed_is_not_put_on_sale() {
    add(AnEvent.draft("event-1").on(TickingClock.START.plus(WINDOW)));
    house.clock.advance(WINDOW);

    Reply refused = step("publish").isError(Code.CONFLICT);

    assertThat(refused.json().path("message").asText()).contains("date", "passed");
  }

  @Test
  void a_cancelled_event_stays_cancelled() {
    add(AnEvent.published("event-1"));
    assertThat(step("cancel").is(200).text("/status")).isEqualTo("cancelled");
    step("publish").isError(Code.CONFLICT);
    change("event-1", "*", "PUT", WHOLE).isError(Code.CONFLICT);
  }

  @Test
  void an_event_keeps_room_for_what_is_sold() {
    add(AnEvent.published("event-1"));
    book(token("anna"), "{'eventId':'event-1','quantity':3}").is(201);
    patch("{\"totalTickets\":2}").isError(Code.CONFLICT);
    api("/events/event-1").as(admin()).send("DELETE").isError(Code.CONFLICT);
    Reply left = api("/events/event-1/availability").get().is(200);
    assertThat(left.data().path("confirmedTickets").asInt()).isEqualTo(3);
    assertThat(left.data().path("availableTickets").asInt()).isEqualTo(97);
  }

  @Test
  void a_deleted_event_is_not_found() {
    add(AnEvent.published("event-1"));
    api("/events/event-1").as(admin()).send("DELETE").is(204).saysNothingOfABody();
    api("/events/event-1").get().isError(Code.NOT_FOUND);
    api("/events/event-1").as(admin()).send("DELETE").isError(Code.NOT_FOUND);
  }

  private Reply patch(String body) {
    return patch(1, body);
  }

  private Reply patch(int version, String body) {
    return api("/events/event-1")
        .as(admin())
        .with("If-Match", "\"" + version + "\"")
        .send("PATCH", MERGE_PATCH, body);
  }

  private Reply change(String event, String tag, String method, String body) {
    return api("/events/" + event).as(admin()).with("If-Match", tag).send(method, body);
  }

  private Reply step(String step) {
    return api("/events/event-1/" + step).as(admin()).send("POST");
  }
}
