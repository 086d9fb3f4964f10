package dev.lastseat.http.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.Question.Kind;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.fake.FakeCodeImages;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tickets of a booking and their codes. */
class TicketsTest extends ServerTest {
  private String anna = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(3));
    anna = token("anna");
  }

  @Test
  void a_booking_of_two_has_two_tickets_with_a_code_each() {
    JsonNode tickets = tickets(booked("{'eventId':'event-1','quantity':2}"));

    assertThat(tickets).hasSize(2);
    assertThat(tickets.path(0).path("number").asInt()).isEqualTo(1);
    assertThat(tickets.path(1).path("place").asInt()).isEqualTo(2);
    assertThat(tickets.path(1).path("state").asText()).isEqualTo("good");
    assertThat(tickets.path(0).path("code").asText())
        .matches("([0-9A-Z]{4}-){9}[0-9A-Z]{4}")
        .isNotEqualTo(tickets.path(1).path("code").asText());
  }

  @Test
  void a_hold_has_tickets_without_codes() {
    String held = booked("{'eventId':'event-1','hold':true}");

    assertThat(tickets(held).path(0).path("state").asText()).isEqualTo("held");
    assertThat(tickets(held).path(0).has("code")).isFalse();
    root(held + "/tickets/1/reissue").as(anna).send("POST").isError(Code.CONFLICT);
  }

  @Test
  void a_ticket_gets_another_code_and_the_others_keep_theirs() {
    String booking = booked("{'eventId':'event-1','quantity':2}");
    JsonNode before = tickets(booking);

    JsonNode other = root(booking + "/tickets/1/reissue").as(anna).send("POST").is(200).data();

    assertThat(other.path("code")).isNotEqualTo(before.path(0).path("code"));
    assertThat(tickets(booking).path(0)).isEqualTo(other);
    assertThat(tickets(booking).path(1)).isEqualTo(before.path(1));
  }

  @Test
  void the_code_of_a_ticket_is_shown_as_an_image_too() {
    String booking = booked("{'eventId':'event-1'}");
    String code = tickets(booking).path(0).path("code").asText();

    var png = root(booking + "/tickets/1/qr.png").as(anna).get().is(200);
    var svg = root(booking + "/tickets/1/qr.svg").as(anna).get().is(200);

    assertThat(png.header("Content-Type")).isEqualTo("image/png");
    assertThat(png.body()).isEqualTo(new FakeCodeImages().png(code));
    assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg.body()).asString(UTF_8).isEqualTo(new FakeCodeImages().svg(code));
    assertThat(svg.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void no_image_is_of_a_ticket_without_code_or_of_none() {
    String held = booked("{'eventId':'event-1','hold':true}");

    root(held + "/tickets/1/qr.png").as(anna).get().isError(Code.CONFLICT);
    root(held + "/tickets/2/qr.svg").as(anna).get().isError(Code.NOT_FOUND);
    root(held + "/tickets/1/qr.svg").as(token("ben")).get().isError(Code.NOT_FOUND);
  }

  @Test
  void the_mail_with_the_tickets_is_sent_again_but_not_all_the_time() {
    String booking = booked("{'eventId':'event-1'}");

    root(booking + "/tickets/resend").as(anna).send("POST").is(202);
    root(booking + "/tickets/resend").as(anna).send("POST").is(202);
    assertThat(mails()).isEqualTo(1);

    house.clock.advance(Duration.ofMinutes(20));
    root(booking + "/tickets/resend").as(admin()).send("POST").is(202);
    assertThat(mails()).isEqualTo(2); // for the first is claimed again
  }

  @Test
  void there_is_no_mail_of_a_hold_or_of_the_booking_of_somebody_else() {
    String held = booked("{'eventId':'event-1','hold':true}");

    root(held + "/tickets/resend").as(anna).send("POST").isError(Code.CONFLICT);
    root(held + "/tickets/resend").as(token("ben")).send("POST").isError(Code.NOT_FOUND);
  }

  @Test
  void anybody_finds_the_key_by_which_signed_codes_are_judged() {
    JsonNode key = root("/.well-known/lastseat-tickets.json").get().is(200).json().at("/keys/0");

    assertThat(key.path("crv").asText()).isEqualTo("Ed25519");
    assertThat(key.path("kid").asText()).isEqualTo(house.signed.keyId());
    assertThat(Base64.getUrlDecoder().decode(key.path("x").asText()))
        .isEqualTo(house.signed.publicKey());
  }

  @Test
  void whoever_may_not_see_the_booking_sees_no_ticket_of_it() {
    String booking = booked("{'eventId':'event-1'}");

    root(booking + "/tickets").as(token("ben")).get().isError(Code.NOT_FOUND);
    root(booking + "/tickets/1/reissue").as(token("ben")).send("POST").isError(Code.NOT_FOUND);
    root(booking + "/tickets/2/reissue").as(anna).send("POST").isError(Code.NOT_FOUND);
    root(booking + "/tickets/x/reissue").as(anna).send("POST").isError(Code.NOT_FOUND);
    root(booking + "/tickets").as(admin()).get().is(200);
  }

  @Test
  void buyers_say_who_comes_and_whoever_comes_instead_has_another_code() {
    String booking = booked("{'eventId':'event-1','quantity':2}");
    JsonNode first = tickets(booking).path(0);

    JsonNode eves = named(booking, "{'name':' Eve ','email':'EVE@example.com'}");
    JsonNode bobs = named(booking, "{'name':'Bob'}");

    assertThat(eves.path("visitor").toString())
        .isEqualTo("{\"name\":\"Eve\",\"email\":\"eve@example.com\"}");
    assertThat(eves.path("code")).isEqualTo(first.path("code"));
    assertThat(bobs.path("code")).isNotEqualTo(first.path("code"));
    assertThat(tickets(booking).path(0)).isEqualTo(bobs);
    assertThat(tickets(booking).path(1).has("visitor")).isFalse();
  }

  @Test
  void who_was_to_come_can_be_taken_back_and_their_code_is_good_no_more() {
    String booking = booked("{'eventId':'event-1'}");
    JsonNode eves = named(booking, "{'name':'Eve'}");

    JsonNode nobodys = root(booking + "/tickets/1/visitor").as(anna).send("DELETE").is(200).data();

    assertThat(nobodys.has("visitor")).isFalse();
    assertThat(nobodys.path("code")).isNotEqualTo(eves.path("code"));
  }

  @Test
  void nobody_is_named_for_what_is_not_theirs_not_there_or_given_back() {
    String booking = booked("{'eventId':'event-1'}");
    String visitor = booking + "/tickets/1/visitor";

    root(visitor).as(token("ben")).send("PUT", "{'name':'Eve'}").isError(Code.NOT_FOUND);
    root(booking + "/tickets/2/visitor").as(anna).send("PUT", "{'name':'Eve'}").is(404);
    root(visitor).as(anna).send("PUT", "{'name':'\\u200b'}").isError(Code.VALIDATION_ERROR);
    root(visitor).as(anna).send("PUT", "{'name':'Eve','email':'x'}").is(400);
    root(visitor).as(anna).send("PUT", "{'email':'e@example.com'}").is(400);
    root(booking + "/cancel").as(anna).send("PATCH").is(200);
    root(visitor).as(anna).send("PUT", "{'name':'Eve'}").isError(Code.CONFLICT);
  }

  @Test
  void visitors_answer_what_the_event_asks() {
    add(
        AnEvent.published("event-2")
            .visitors(
                new VisitorRules(
                    Optional.empty(),
                    List.of(
                        new Question("meal", "Meal?", Kind.CHOICE, true, List.of("fish", "none")),
                        new Question("car", "By car?", Kind.YES_NO, false, List.of()),
                        new Question("wish", "Wishes?", Kind.TEXT, false, List.of())))));
    String booking = booked("{'eventId':'event-2'}");

    refused(booking, "{}", "answers.meal");
    refused(booking, "{'meal':'soup'}", "answers.meal");
    refused(booking, "{'meal':'fish','car':'perhaps'}", "answers.car");
    refused(booking, "{'meal':'fish','shoe':'42'}", "answers.shoe");
    refused(booking, "{'meal':'fish','wish':'%s'}".formatted("x".repeat(501)), "answers.wish");
    refused(booking, "{'meal':4}", "answers");
    String answers = "{'car':'no','meal':'fish','wish':'a seat = at the aisle'}";
    JsonNode named = named(booking, "{'name':'Eve','answers':" + answers + "}");

    assertThat(named.path("visitor").path("answers").toString())
        .isEqualTo(answers.replace('\'', '"'));
    assertThat(tickets(booking).path(0)).isEqualTo(named);
  }

  @Test
  void whoever_is_named_by_their_verified_address_sees_the_ticket_and_nothing_of_its_buyer() {
    token("eve");
    User eve = house.users.find(new UserId("eve")).orElseThrow();
    String booking = booked("{'eventId':'event-1','quantity':2}");
    JsonNode named = named(booking, "{'name':'Eve','email':'eve@example.com'}");

    assertThat(api("/tickets").as(token("eve")).get().is(200).data()).isEmpty();
    house.users.update(
        eve, eve.verified(eve.email(), house.clock.instant()), house.clock.instant());
    JsonNode mine = api("/tickets").as(token("eve")).get().is(200).data();

    assertThat(mine).hasSize(1);
    assertThat(mine.path(0).path("code")).isEqualTo(named.path("code"));
    assertThat(mine.path(0).path("eventName").asText()).isEqualTo("Concert");
    assertThat(mine.toString()).doesNotContain("anna");
    named(booking, "{'name':'Bob'}");
    assertThat(api("/tickets").as(token("eve")).get().is(200).data()).isEmpty();
  }

  @Test
  void tickets_of_a_visitor_come_page_by_page() {
    token("eve");
    User eve = house.users.find(new UserId("eve")).orElseThrow();
    house.users.update(
        eve, eve.verified(eve.email(), house.clock.instant()), house.clock.instant());
    Set<String> named = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      String booking = booked("{'eventId':'event-1','quantity':1}");
      named.add(named(booking, "{'name':'Eve','email':'eve@example.com'}").path("id").asText());
    }

    Reply first = api("/tickets?limit=2").as(token("eve")).get().is(200);
    String cursor = first.json().at("/meta/nextCursor").asText();
    Reply second = api("/tickets?limit=2&cursor=" + cursor).as(token("eve")).get().is(200);

    assertThat(first.json().at("/meta/total").asInt()).isEqualTo(3);
    assertThat(first.data()).hasSize(2);
    assertThat(second.data()).hasSize(1);
    first.data().forEach(it -> named.remove(it.path("id").asText()));
    assertThat(named).containsExactly(second.data().path(0).path("id").asText());
    api("/tickets?limit=0").as(token("eve")).get().isError(Code.VALIDATION_ERROR);
    api("/tickets?cursor=abc").as(token("eve")).get().isError(Code.VALIDATION_ERROR);
  }

  private void refused(String booking, String answers, String field) {
    Reply refused =
        root(booking + "/tickets/1/visitor")
            .as(anna)
            .send("PUT", "{'name':'Eve','answers':" + answers + "}")
            .isError(Code.VALIDATION_ERROR);
    assertThat(refused.fields()).containsExactly(field);
  }

  private JsonNode named(String booking, String visitor) {
    return root(booking + "/tickets/1/visitor").as(anna).send("PUT", visitor).is(200).data();
  }

  private int mails() {
    Instant now = house.clock.instant();
    return house.jobs.claim("notice", 100, now, new Lease("x", now.plusSeconds(1))).size();
  }

  private String booked(String request) {
    return book(anna, request).is(201).header("Location");
  }

  private JsonNode tickets(String booking) {
    return root(booking + "/tickets").as(anna).get().is(200).data();
  }
}
