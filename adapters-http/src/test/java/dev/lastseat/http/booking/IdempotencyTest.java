package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys that let each booking happen once. */
class IdempotencyTest extends ServerTest {
  private static final UUID KEY = UUID.fromString("6f1c1f0e-8a57-4c0b-9d34-0a5b3c2d1e0f");
  private static final String TWO = "{'eventId':'event-1','quantity':2}";

  private String anna = "";
  private String ben = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(3));
    anna = token("anna");
    ben = token("ben");
  }

  @Test
  void the_same_request_again_gets_the_same_answer_word_for_word() {
    Reply first = book(anna, KEY, TWO).is(201);
    Reply again = book(anna, KEY, "{ 'quantity': 2, 'hold': false, 'eventId': 'event-1' }").is(201);
    assertThat(first.headers().map()).doesNotContainKey("idempotency-replayed");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.body()).isEqualTo(first.body());
    book(ben, "{'eventId':'event-1'}").is(201);
  }

  @Test
  void an_answer_that_is_remembered_is_told_again_whatever_became_of_the_booking() {
    Reply first = book(anna, KEY, TWO).is(201);
    root(first.header("Location") + "/cancel").as(anna).send("PATCH").is(200);

    assertThat(book(anna, KEY, TWO).is(201).body()).isEqualTo(first.body());
  }

  @Test
  void an_answer_that_was_forgotten_tells_each_time_what_the_booking_is_now() {
    Reply first = book(anna, KEY, TWO).is(201);
    forget();
    assertThat(message(again(TWO, "confirmed"))).isEqualTo("Booked.");
    root(first.header("Location") + "/cancel").as(anna).send("PATCH").is(200);

    assertThat(message(again(TWO, "cancelled"))).isEqualTo("Booked; cancelled since.");
  }

  @Test
  void a_hold_that_was_forgotten_tells_what_has_become_of_it() {
    String hold = "{'eventId':'event-1','hold':true}";
    book(anna, KEY, hold).is(201);
    forget();
    assertThat(message(again(hold, "expired"))).isEqualTo("Held; expired since.");
  }

  private Reply again(String body, String status) {
    Reply reply = book(anna, KEY, body).is(201);
    assertThat(reply.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(reply.text("/status")).isEqualTo(status);
    return reply;
  }

  private void forget() {
    house.clock.advance(Duration.ofHours(25));
    anna = token("anna");
  }

  private static String message(Reply reply) {
    return reply.json().path("message").asText();
  }

  @Test
  void a_key_may_stand_in_quotes() {
    Reply bare = book(anna, KEY, TWO).is(201);
    Reply quoted =
        api("/bookings").as(anna).with("Idempotency-Key", "\"" + KEY + "\"").send("POST", TWO);
    assertThat(quoted.is(201).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(quoted.body()).isEqualTo(bare.body());
  }

  @Test
  void a_key_in_half_of_its_quotes_is_none() {
    for (String half : new String[] {"\"" + KEY, KEY + "\""}) {
      Reply reply = api("/bookings").as(anna).with("Idempotency-Key", half).send("POST", TWO);
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("Idempotency-Key");
    }
  }

  @Test
  void a_slash_at_the_end_of_a_path_makes_no_other_request_of_it() {
    Reply first = book(anna, KEY, TWO).is(201);
    Reply again =
        api("/bookings/").as(anna).with("Idempotency-Key", KEY.toString()).send("POST", TWO);
    assertThat(again.is(201).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void two_users_may_choose_the_same_key() {
    Reply first = book(anna, KEY, TWO).is(201);
    Reply second = book(ben, KEY, "{'eventId':'event-1'}").is(201);
    assertThat(second.headers().map()).doesNotContainKey("idempotency-replayed");
    assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
  }

  @Test
  void a_key_is_good_for_one_request_only() {
    book(anna, KEY, TWO).is(201);
    book(anna, KEY, "{'eventId':'event-1','quantity':1}").isError(Code.IDEMPOTENCY_KEY_REUSED);
    book(anna, KEY, "{'eventId':'event-1','quantity':2,'expectedCurrency':'EUR'}")
        .isError(Code.IDEMPOTENCY_KEY_REUSED);
    book(anna, KEY, "{'eventId':'event-1','quantity':2,'hold':true}")
        .isError(Code.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void a_request_that_failed_may_be_sent_again_with_its_key() {
    String location = book(anna, TWO).is(201).header("Location");
    book(ben, KEY, TWO).isError(Code.SOLD_OUT);
    root(location + "/cancel").as(anna).send("PATCH").is(200);
    Reply second = book(ben, KEY, TWO).is(201);
    assertThat(second.headers().map()).doesNotContainKey("idempotency-replayed");
  }

  @Test
  void a_request_that_met_a_store_away_may_be_sent_again_with_its_key() {
    house.store.goAway();
    book(anna, KEY, TWO).isError(Code.SERVICE_UNAVAILABLE);
    house.store.comeBack();
    book(anna, KEY, TWO).is(201);
  }
}
