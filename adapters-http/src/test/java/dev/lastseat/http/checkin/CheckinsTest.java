package dev.lastseat.http.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.application.api.Times;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Sha256;
import dev.lastseat.http.live.Listening;
import dev.lastseat.http.request.Route;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door: lists, scans, and that one is taken back. */
class CheckinsTest extends ServerTest {
  private String admin = "";
  private String list = "";
  private String code = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(3));
    admin = admin();
    list = list("{'name':'North'}").path("id").asText();
    String anna = token("anna");
    String booking = book(anna, "{'eventId':'event-1'}").is(201).header("Location");
    code = root(booking + "/tickets").as(anna).get().is(200).text("/0/code");
  }

  @Test
  void a_visitor_is_let_in_once_then_the_scan_is_undone_and_the_ticket_is_good_again() {
    JsonNode first = scan(code, "one");
    assertThat(first.path("result").asText()).isEqualTo("ok");
    assertThat(first.path("place").asInt()).isEqualTo(1);

    JsonNode second = scan(code, "two");
    assertThat(second.path("result").asText()).isEqualTo("already_redeemed");
    assertThat(second.path("at")).isEqualTo(first.path("at"));
    assertThat(second.path("by")).isEqualTo(first.path("by"));
    assertThat(scan(code, "one")).isEqualTo(first);
    assertThat(lists().path(0).path("inside").asInt()).isEqualTo(1);

    String undo = "{'list':'%s','ticket':'%s'}".formatted(list, first.path("ticket").asText());
    api("/checkins/undo").as(admin).send("POST", undo).is(200);
    api("/checkins/undo").as(admin).send("POST", undo).isError(Code.NOT_FOUND);
    assertThat(lists().path(0).path("inside").asInt()).isZero();
    assertThat(scan(code, "three").path("result").asText()).isEqualTo("ok");
  }

  @Test
  void a_phone_that_listens_is_told_how_many_are_inside_until_its_key_is_revoked() {
    JsonNode key =
        api("/api-keys")
            .as(admin)
            .send("POST", "{'name':'Phone','scopes':['checkin'],'eventId':'event-1'}")
            .is(201)
            .data();
    URI path = server.uri().resolve(Route.BASE + "/events/event-1/checkin-lists");
    try (Listening phone =
        Listening.to(path, "Authorization: Bearer " + key.path("key").asText())) {
      assertThat(phone.event()).startsWith("event: lists\ndata: [").contains("\"inside\":0");

      scan(code, "one");
      assertThat(phone.event()).contains("\"name\":\"North\"", "\"inside\":1");

      list("{'name':'South'}");
      assertThat(phone.event()).contains("\"name\":\"South\"");

      api("/api-keys/" + key.path("id").asText()).as(admin).send("DELETE").is(204);
      assertThat(phone.next()).isEmpty();
    }
  }

  @Test
  void a_code_that_is_of_no_ticket_of_the_event_gets_nothing_but_the_word() {
    add(AnEvent.published("event-2").places(3));
    String ben = token("ben");
    String booking = book(ben, "{'eventId':'event-2'}").is(201).header("Location");
    String other = root(booking + "/tickets").as(ben).get().is(200).text("/0/code");

    JsonNode foreign = scan(other, "one");
    assertThat(foreign.toString()).isEqualTo("{\"result\":\"invalid\"}");
    assertThat(scan("nonsense", "two")).isEqualTo(foreign);
    String forged = code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A");
    assertThat(scan(forged, "three")).isEqualTo(foreign);
  }

  @Test
  void a_device_is_a_key_for_the_door_of_one_event_and_its_name_is_told() {
    add(AnEvent.published("event-2"));
    String device = device("event-1");
    String elsewhere = device("event-2");

    JsonNode first = api("/checkins").as(device).send("POST", body(code, "one")).data();
    assertThat(first.path("device").asText()).isEqualTo("Gate phone");
    assertThat(scan(code, "two").path("device").asText()).isEqualTo("Gate phone");
    api("/checkins").as(elsewhere).send("POST", body(code, "one")).isError(Code.NOT_FOUND);
    api("/events/event-1/checkin-lists").as(device).get().is(200);
    api("/events/event-1/checkin-lists").as(elsewhere).get().isError(Code.NOT_FOUND);
    api("/bookings").as(device).get().isError(Code.AUTHORIZATION_ERROR);

    String key = "{'name':'Gate phone','scopes':['checkin'],'eventId':'event-1'}";
    api("/api-keys").as(token("ben")).send("POST", key).isError(Code.NOT_FOUND);
    api("/api-keys")
        .as(admin)
        .send("POST", key.replace("'checkin'", "'checkin','webhooks'"))
        .isError(Code.VALIDATION_ERROR);
  }

  @Test
  void whoever_runs_the_event_revokes_a_device_that_staff_made_for_it() {
    house.users.add(AUser.with("staff", "staff@example.com", Role.STAFF));
    String staff = as("staff", Role.STAFF);
    String key = "{'name':'Gate phone','scopes':['checkin'],'eventId':'event-1'}";
    JsonNode made = api("/api-keys").as(staff).send("POST", key).is(201).data();
    String device = made.path("key").asText();
    String path = "/api-keys/" + made.path("id").asText();

    api(path).as(as("other", Role.ORGANISER)).send("DELETE").isError(Code.NOT_FOUND);
    api("/checkins").as(device).send("POST", body(code, "one")).is(200);
    api(path).as(as(AnEvent.ORGANISER.value(), Role.ORGANISER)).send("DELETE").is(204);
    api("/checkins").as(device).send("POST", body(code, "two")).is(401);
  }

  private String as(String user, Role role) {
    return house.tokens.issue(new UserId(user), role, APrincipal.session(user)).value();
  }

  @Test
  void who_was_not_let_pass_is_told_to_staff_with_the_reason_and_the_device_but_no_code() {
    String device = device("event-1");
    api("/checkins").as(device).send("POST", body("nonsense", "one")).is(200);
    String ticket = scan(code, "two").path("ticket").asText();
    scan(code, "three");

    String path = "/checkin-lists/" + list + "/refusals";
    JsonNode refused = api(path).as(as("staff", Role.STAFF)).get().is(200).data();
    assertThat(refused.findValuesAsText("result")).containsExactly("already_redeemed", "invalid");
    assertThat(refused.path(0).path("ticket").asText()).isEqualTo(ticket);
    assertThat(refused.path(1).path("device").asText()).isEqualTo("Gate phone");
    assertThat(refused.toString()).doesNotContain("nonsense", code);
    api(path).as(device).get().isError(Code.AUTHORIZATION_ERROR);
    api(path).as(as("other", Role.ORGANISER)).get().isError(Code.NOT_FOUND);
  }

  @Test
  void whoever_left_is_let_in_again_where_the_list_says_so() {
    list = list("{'name':'Garden','reentry':true}").path("id").asText();
    String exit = body(code, "two").replace("}", ",'direction':'exit'}");

    scan(code, "one");
    assertThat(api("/checkins").as(admin).send("POST", exit).text("/result")).isEqualTo("ok");
    assertThat(lists().path(1).path("inside").asInt()).isZero();
    assertThat(scan(code, "three").path("result").asText()).isEqualTo("ok");
    api("/checkins")
        .as(admin)
        .send("POST", exit.replace("'exit'", "'up'"))
        .isError(Code.VALIDATION_ERROR);
  }

  @Test
  void scans_of_a_device_without_network_are_uploaded_and_each_has_an_answer() {
    scan(code, "one");
    String scans =
        """
        {'list':'%s','sentAt':'2031-01-01T00:05:00Z','scans':[
          {'code':'%s','nonce':'two','at':'2031-01-01T00:00:00Z'},
          {'code':'none','nonce':'three','at':'2031-01-01T00:01:00Z'}]}
        """
            .formatted(list, code);

    JsonNode answers =
        api("/checkins/batch").as(device("event-1")).send("POST", scans).is(200).data();
    assertThat(answers.findValuesAsText("nonce")).containsExactly("two", "three");
    assertThat(answers.findValuesAsText("result")).containsExactly("double_entry", "invalid");

    String wrong = scans.replace("'nonce':'three'", "'nonce':'a b'").replace("'none'", "7");
    assertThat(api("/checkins/batch").as(admin).send("POST", wrong).isError(Code.VALIDATION_ERROR))
        .extracting(it -> it.json().toString())
        .asString()
        .contains("scans[1].nonce", "scans[1].code");
    api("/checkins/batch")
        .as(admin)
        .send("POST", scans.replace(list, "unknown"))
        .isError(Code.NOT_FOUND);
  }

  @Test
  void nothing_happened_at_the_door_before_there_was_its_list_however_wrong_a_clock_is() {
    String scans =
        """
        {'list':'%s','sentAt':'9999-12-31T00:00:00Z','scans':[
          {'code':'%s','nonce':'one','at':'0001-01-01T00:00:00Z'},
          {'code':'none','nonce':'two','at':'0001-01-01T00:00:00Z'}]}
        """
            .formatted(list, code);

    JsonNode answers =
        api("/checkins/batch").as(device("event-1")).send("POST", scans).is(200).data();

    String made = Times.text(house.clock.instant());
    assertThat(answers.path(0).path("at").asText()).isEqualTo(made);
    assertThat(api("/checkin-lists/" + list + "/refusals").as(admin).get().is(200).text("/0/at"))
        .isEqualTo(made);
  }

  @Test
  void a_device_takes_along_what_it_needs_without_network_and_then_what_changed() {
    add(AnEvent.published("event-2"));
    String device = device("event-1");
    String bundle = "/checkin-lists/" + list + "/bundle";

    JsonNode first = api(bundle).as(device).get().is(200).data();
    String plain = code.replace("-", "");
    assertThat(first.path("tickets").toString())
        .isEqualTo(
            "[{\"id\":\"%s\",\"code\":\"%s\"}]"
                .formatted(Sha256.half(plain.substring(0, 14)), Sha256.half(plain)));

    scan(code, "one");
    String since = bundle + "?since=" + first.path("next").asText();
    Reply changes = api(since).as(device).get().is(200);
    assertThat(changes.text("/tickets/0/state")).isEqualTo("inside");
    String etag = changes.header("ETag");
    api(since).as(device).with("If-None-Match", etag).get().is(304);
    String settled = bundle + "?since=" + changes.text("/next");
    assertThat(api(settled).as(device).get().data().path("tickets")).isEmpty();
    api(bundle + "?since=yesterday").as(device).get().isError(Code.VALIDATION_ERROR);
    api(bundle).as(device("event-2")).get().isError(Code.NOT_FOUND);
  }

  @Test
  void a_ticket_that_let_somebody_in_is_given_back_by_nobody_until_that_is_undone() {
    String anna = token("anna");
    String order =
        api("/orders")
            .as(anna)
            .with("Idempotency-Key", UUID.randomUUID().toString())
            .send("POST", "{'items':[{'eventId':'event-1','quantity':2}]}")
            .is(201)
            .text("/id");
    JsonNode bought = api("/orders/" + order).as(anna).get().is(200).data();
    String booking = "/bookings/" + bought.path("bookings").path(0).path("id").asText();
    code = api(booking + "/tickets").as(anna).get().is(200).text("/1/code");
    String ticket = scan(code, "one").path("ticket").asText();

    for (String by : List.of(anna, admin)) {
      api(booking + "/cancel").as(by).send("PATCH", "{}").isError(Code.ALREADY_REDEEMED);
      for (String some : List.of("{'tickets':[2]}", "{'count':2}")) {
        giveBack(by, booking, some).isError(Code.ALREADY_REDEEMED);
      }
      api("/orders/" + order + "/cancel").as(by).send("POST", "{}").isError(Code.ALREADY_REDEEMED);
    }
    giveBack(anna, booking, "{'count':1}").is(200);
    assertThat(scan(code, "two").path("result").asText()).isEqualTo("already_redeemed");

    api("/checkins/undo")
        .as(admin)
        .send("POST", "{'list':'%s','ticket':'%s'}".formatted(list, ticket))
        .is(200);
    api("/orders/" + order + "/cancel").as(anna).send("POST", "{}").is(200);
    assertThat(scan(code, "three").path("result").asText()).isEqualTo("cancelled");
  }

  @Test
  void a_visitor_without_a_code_is_found_by_ticket_number_name_or_address_but_not_by_a_device() {
    String staff =
        house.tokens.issue(new UserId("staff"), Role.STAFF, APrincipal.session("staff")).value();
    house.users.add(AUser.named("anna"));
    String number = code.substring(0, 14);

    for (String by : List.of("ticketNumber=" + number, "buyer=anna", "buyer=anna@example.com")) {
      String search = "/bookings?all=true&eventId=event-1&" + by;
      String booking = api(search).as(staff).get().is(200).text("/0/id");
      String found = api("/bookings/" + booking + "/tickets").as(staff).get().text("/0/code");
      assertThat(found).isEqualTo(code);
      api(search).as(device("event-1")).get().isError(Code.AUTHORIZATION_ERROR);
    }
  }

  @Test
  void only_those_who_work_at_the_door_know_its_lists() {
    String body = body(code, "one");
    api("/checkins").as(token("ben")).send("POST", body).isError(Code.AUTHORIZATION_ERROR);
    api("/checkins").as(admin).send("POST", body.replace(list, "unknown")).isError(Code.NOT_FOUND);
    api("/events/unknown/checkin-lists").as(admin).get().isError(Code.NOT_FOUND);
    api("/events/event-1/checkin-lists")
        .as(admin)
        .send(
            "POST",
            "{'name':'','validFrom':'2026-06-02T00:00:00Z','validUntil':'2026-06-01T00:00:00Z'}")
        .isError(Code.VALIDATION_ERROR);
  }

  private Reply giveBack(String by, String booking, String tickets) {
    return api(booking + "/returns")
        .as(by)
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .send("POST", tickets);
  }

  private JsonNode list(String body) {
    return api("/events/event-1/checkin-lists").as(admin).send("POST", body).is(201).data();
  }

  private String device(String event) {
    String body = "{'name':'Gate phone','scopes':['checkin'],'eventId':'%s'}".formatted(event);
    return api("/api-keys").as(admin).send("POST", body).is(201).text("/key");
  }

  private JsonNode lists() {
    return api("/events/event-1/checkin-lists").as(admin).get().is(200).data();
  }

  private JsonNode scan(String shown, String nonce) {
    return api("/checkins").as(admin).send("POST", body(shown, nonce)).is(200).data();
  }

  private String body(String shown, String nonce) {
    return "{'list':'%s','code':'%s','nonce':'%s'}".formatted(list, shown, nonce);
  }
}
