package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets of a booking that are given back. */
class ReturnsTest extends ServerTest {
  private static final String KEY = UUID.randomUUID().toString();

  private String anna = "";
  private String returns = "";

  @BeforeEach
  void book() {
    ReturnFee fee = new ReturnFee(new Money(250, Money.currency("EUR")), ReturnFee.Per.TICKET);
    Terms terms =
        new Terms(
            Optional.of(ConfirmedBy.BUYER), Optional.empty(), Optional.empty(), Optional.of(fee));
    add(AnEvent.published("play").terms(terms));
    anna = token("anna");
    returns = book(anna, "{'eventId':'play','quantity':3}").is(201).header("Location") + "/returns";
  }

  @Test
  void what_was_given_back_and_what_is_kept_stands_in_the_booking() {
    Reply given = root(returns).as(anna).send("POST", "{'tickets':[2]}").is(200);

    assertThat(given.data().path("places").toString()).isEqualTo("[1,3]");
    assertThat(given.data().path("quantity").asInt()).isEqualTo(3);
    assertThat(given.data().path("returns").toString())
        .isEqualTo(
            "[{\"tickets\":[2],\"refund\":22.5,\"fee\":2.5,"
                + "\"returnedAt\":\"2026-06-01T12:00:00.000Z\"}]");
    assertThat(given.data().path("total").toString())
        .isEqualTo(
            "{\"amount\":75.0,\"standing\":50.0,\"returned\":25.0,\"fees\":2.5,"
                + "\"refund\":22.5,\"currency\":\"EUR\"}");
    assertThat(root(returns).as(anna).send("POST", "{'tickets':[2]}").is(200).data())
        .isEqualTo(given.data());
  }

  @Test
  void so_many_need_a_key_under_which_nothing_is_given_back_twice() {
    root(returns).as(anna).send("POST", "{'count':2}").isError(Code.IDEMPOTENCY_KEY_REQUIRED);

    Reply given = keyed("{'count':2}").is(200);

    assertThat(given.data().path("places").toString()).isEqualTo("[1]");
    assertThat(keyed("{'count':2}").is(200).data()).isEqualTo(given.data());
    keyed("{'count':1}").isError(Code.IDEMPOTENCY_KEY_REUSED);
    root(returns).as(anna).send("POST", "{'tickets':[4]}").is(400);
  }

  private Reply keyed(String json) {
    return root(returns).as(anna).with("Idempotency-Key", KEY).send("POST", json);
  }

  @Test
  void an_event_says_what_it_keeps_and_a_patch_takes_that_away() {
    Reply shown = api("/events/play").get().is(200);
    assertThat(shown.text("/returnFee")).isEqualTo("2.5");
    assertThat(shown.text("/returnFeePer")).isEqualTo("ticket");

    Reply patched = patch("{'returnFeePer':'booking'}").is(200);
    assertThat(patched.text("/returnFeePer")).isEqualTo("booking");
    Reply taken = patch("{'returnFee':null,'returnFeePer':null}").is(200);
    assertThat(taken.data().has("returnFee")).isFalse();
    patch("{'returnFeePer':'ticket'}").is(400);
    patch("{'returnFee':1.234}").is(400);
  }

  private Reply patch(String body) {
    return api("/events/play").as(admin()).with("If-Match", "*").send("PATCH", body);
  }

  @Test
  void a_whole_order_is_given_back_and_asking_again_changes_nothing() {
    add(AnEvent.published("film"));
    String items = "{'items':[{'eventId':'play','quantity':2},{'eventId':'film','quantity':1}]}";
    String cancel = order(anna, items).is(201).header("Location") + "/cancel";
    root(cancel).as(token("ben")).send("POST").isError(Code.NOT_FOUND);

    Reply cancelled = root(cancel).as(anna).send("POST", "{'reason':'ill'}").is(200);

    assertThat(cancelled.data().at("/bookings/0/status").asText()).isEqualTo("cancelled");
    assertThat(cancelled.data().at("/bookings/1/cancellationReason").asText()).isEqualTo("ill");
    assertThat(cancelled.data().at("/totals/0").toString())
        .isEqualTo(
            "{\"amount\":75.0,\"standing\":0.0,\"returned\":75.0,\"fees\":5.0,"
                + "\"refund\":70.0,\"currency\":\"EUR\"}");
    assertThat(root(cancel).as(anna).send("POST").is(200).data()).isEqualTo(cancelled.data());
  }
}
