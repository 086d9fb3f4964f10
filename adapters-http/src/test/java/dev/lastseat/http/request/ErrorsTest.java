package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every code once; the tests of the routes have the finer points. */
class ErrorsTest extends ServerTest {
  private static final String ONE = "{'eventId':'event-1'}";

  @Test
  void a_body_that_is_no_json_or_not_strictly_json_is_malformed() {
    for (String body :
        new String[] {
          "",
          "{",
          "[]",
          "\"text\"",
          "null",
          "{\"email\":NaN}",
          "{\"a\":1} more",
          "{\"email\":\"a\",\"email\":\"b\"}",
          "{'email':'single quotes'}",
          "{\"a\":1,}",
          "[".repeat(30) + "]".repeat(30),
          "{\"email\":\"" + "x".repeat(10_001) + "\"}"
        }) {
      api("/auth/login").send("POST", "application/json", body).isError(Code.MALFORMED_JSON);
    }
  }

  @Test
  void a_route_that_needs_a_token_says_so() {
    Reply reply = api("/auth/me").get().isError(Code.AUTHENTICATION_ERROR);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_bad_token_is_an_error_even_where_none_is_needed() {
    api("/events").as("nobody's").get().isError(Code.AUTHENTICATION_ERROR);
    api("/events").with("Authorization", "Basic YTpi").get().isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void what_is_for_admins_is_for_admins_only() {
    api("/events").as(token("anna")).send("POST", "{}").isError(Code.AUTHORIZATION_ERROR);
    api("/bookings?all=true").as(token("anna")).get().isError(Code.AUTHORIZATION_ERROR);
  }

  @Test
  void unknown_paths_and_ids_that_cannot_be_are_not_found() {
    root("/nothing").get().isError(Code.NOT_FOUND);
    api("/nothing").get().isError(Code.NOT_FOUND);
    api("/events/unknown").get().isError(Code.NOT_FOUND);
    api("/events/$$").get().isError(Code.NOT_FOUND);
    api("/bookings/unknown").as(token("anna")).get().isError(Code.NOT_FOUND);
  }

  @Test
  void another_method_learns_which_ones_there_are() {
    for (String accepted : new String[] {"*/*", "application/json", "text/html"}) {
      Reply reply = api("/auth/login").with("Accept", accepted).get();
      reply.isError(Code.METHOD_NOT_ALLOWED);
      assertThat(reply.header("Allow")).as(accepted).isEqualTo("POST");
    }
  }

  @Test
  void only_json_is_answered_and_only_json_is_read() {
    api("/events").with("Accept", "text/html").get().isError(Code.NOT_ACCEPTABLE);
    api("/events").with("Accept", "text/html, */*;q=0.1").get().is(200);
    api("/auth/login").send("POST", "text/plain", "{}").isError(Code.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void a_body_of_more_than_64_kib_is_too_large() {
    String body = "{\"email\":\"" + "x".repeat(RequestBodies.MAX_BODY) + "\"}";
    api("/auth/login").send("POST", body).isError(Code.PAYLOAD_TOO_LARGE);
  }

  @Test
  void a_booking_needs_a_key_and_the_key_is_a_uuid() {
    api("/bookings").as(token("anna")).send("POST", ONE).isError(Code.IDEMPOTENCY_KEY_REQUIRED);
    Reply reply =
        api("/bookings").as(token("anna")).with("Idempotency-Key", "one").send("POST", ONE);
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("Idempotency-Key");
  }

  @Test
  void what_cannot_be_booked_is_told_apart() {
    add(AnEvent.draft("draft"));
    add(AnEvent.with("over", EventStatus.COMPLETED));
    add(AnEvent.published("small").places(1));
    add(AnEvent.published("strict").perUser(1));
    String anna = token("anna");
    book(anna, "{'eventId':'unknown'}").isError(Code.NOT_FOUND);
    assertThat(book(anna, "{'eventId':'draft'}").json())
        .isEqualTo(book(anna, "{'eventId':'unknown'}").json());
    book(anna, "{'eventId':'over'}").isError(Code.EVENT_NOT_BOOKABLE);
    assertThat(message(book(anna, "{'eventId':'strict','quantity':2}"), Code.ALLOWANCE_SPENT))
        .isEqualTo("One user may have 1 ticket for this event at the most.");
    assertThat(message(book(anna, "{'eventId':'small','quantity':2}"), Code.SOLD_OUT))
        .isEqualTo("Only 1 ticket is left.");
  }

  @Test
  void another_price_than_the_expected_one_is_told_and_nothing_is_sold() {
    add(AnEvent.published("event-1"));
    String anna = token("anna");

    Reply reply = book(anna, "{'eventId':'event-1','expectedPrice':24.99}");
    assertThat(message(reply, Code.PRICE_CHANGED)).isEqualTo("A ticket costs 25.00 EUR now.");
    assertThat(reply.fields()).containsExactly("expectedPrice");
    assertThat(api("/bookings").as(anna).get().is(200).data()).isEmpty();

    book(anna, "{'eventId':'event-1','expectedPrice':25}").is(201);
    for (String wrong : new String[] {"-1", "'25'", "[25]"}) {
      Reply refused = book(anna, "{'eventId':'event-1','expectedPrice':%s}".formatted(wrong));
      assertThat(refused.isError(Code.VALIDATION_ERROR).fields()).containsExactly("expectedPrice");
    }
  }

  @Test
  void the_expected_price_in_another_currency_is_another_price() {
    add(AnEvent.published("event-1"));
    String anna = token("anna");

    Reply reply = book(anna, "{'eventId':'event-1','expectedPrice':25,'expectedCurrency':'USD'}");
    assertThat(message(reply, Code.PRICE_CHANGED)).isEqualTo("A ticket costs 25.00 EUR now.");
    assertThat(api("/bookings").as(anna).get().is(200).data()).isEmpty();

    book(anna, "{'eventId':'event-1','expectedPrice':25,'expectedCurrency':'EUR'}").is(201);
    Reply unknown = book(anna, "{'eventId':'event-1','expectedCurrency':'EURO'}");
    assertThat(unknown.isError(Code.VALIDATION_ERROR).fields()).containsExactly("expectedCurrency");
  }

  private static String message(Reply reply, Code code) {
    return reply.isError(code).json().path("message").asText();
  }

  @Test
  void a_second_request_with_a_key_waits_for_the_first() {
    add(AnEvent.published("event-1"));
    UUID key = new UUID(1, 2);
    String anna = token("anna");
    house.responses.begin(
        new RememberedResponses.Key(new UserId("anna"), new IdempotencyKey(key)),
        Sha256.fingerprint("POST\n/api/v1/bookings\n" + "[[\"event-1\",1,\"\",\"\"],false]"));
    Reply reply = book(anna, key, ONE).isError(Code.REQUEST_IN_FLIGHT);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void a_store_that_is_away_is_told_with_when_to_come_back() {
    house.store.goAway();
    Reply reply = api("/events").get().isError(Code.SERVICE_UNAVAILABLE);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }
}
