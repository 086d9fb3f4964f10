package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Role;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of several events. */
class OrdersTest extends ServerTest {
  private static final UUID KEY = UUID.fromString("6f1c1f0e-8a57-4c0b-9d34-0a5b3c2d1e0f");
  private static final String BOTH =
      "{'items':[{'eventId':'play','quantity':2},{'eventId':'film','quantity':1}]}";

  private String anna = "";
  private String ben = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("play").places(3));
    add(AnEvent.published("film").price(new Money(1_500, Money.currency("JPY"))));
    add(AnEvent.published("gala"));
    anna = token("anna");
    ben = token("ben");
  }

  @Test
  void an_order_is_shown_where_it_says_it_is_with_its_bookings_and_totals() {
    Reply ordered = order(anna, BOTH).is(201);

    assertThat(ordered.text("/userId")).isEqualTo("anna");
    assertThat(ordered.text("/createdAt")).isEqualTo("2026-06-01T12:00:00.000Z");
    assertThat(texts(ordered, "eventId")).containsExactly("play", "film");
    assertThat(texts(ordered, "status")).containsOnly("confirmed");
    assertThat(texts(ordered, "orderId")).containsOnly(ordered.text("/id"));
    assertThat(ordered.data().path("totals").toString())
        .isEqualTo(
            "[{\"amount\":50.0,\"standing\":50.0,\"returned\":0.0,\"fees\":0.0,"
                + "\"refund\":0.0,\"currency\":\"EUR\"},"
                + "{\"amount\":1500,\"standing\":1500,\"returned\":0,\"fees\":0,"
                + "\"refund\":0,\"currency\":\"JPY\"}]");
    assertThat(ordered.header("Location")).isEqualTo("/api/v1/orders/" + ordered.text("/id"));
    assertThat(root(ordered.header("Location")).as(anna).get().is(200).data())
        .isEqualTo(ordered.data());
  }

  @Test
  void prices_of_one_currency_are_one_total() {
    Reply ordered =
        order(anna, "{'items':[{'eventId':'play','quantity':2},{'eventId':'gala','quantity':1}]}");

    assertThat(ordered.is(201).data().path("totals")).hasSize(1);
    assertThat(ordered.text("/totals/0/amount")).isEqualTo("75.0");
  }

  @Test
  void a_booking_of_an_order_is_one_like_all_others() {
    Reply ordered = order(anna, BOTH).is(201);
    String booking = "/bookings/" + ordered.text("/bookings/0/id");

    Reply shown = api(booking).as(anna).get().is(200);
    assertThat(shown.data()).isEqualTo(ordered.data().at("/bookings/0"));
    assertThat(api("/bookings").as(anna).get().is(200).data()).hasSize(2);
    api(booking + "/cancel").as(anna).send("PATCH").is(200);
    Reply later = root(ordered.header("Location")).as(anna).get().is(200);
    assertThat(texts(later, "status")).containsExactly("cancelled", "confirmed");
    assertThat(later.data().at("/totals/0").toString())
        .isEqualTo(
            "{\"amount\":50.0,\"standing\":0.0,\"returned\":50.0,\"fees\":0.0,"
                + "\"refund\":50.0,\"currency\":\"EUR\"}");
    assertThat(later.data().at("/totals/1")).isEqualTo(ordered.data().at("/totals/1"));
  }

  @Test
  void a_held_order_is_confirmed_as_one() {
    Reply held = order(anna, BOTH.replace("]}", "],'hold':true}")).is(201);
    assertThat(held.json().path("message").asText())
        .isEqualTo("Held until 2026-06-01T12:15:00.000Z.");
    assertThat(texts(held, "status")).containsOnly("pending");
    api("/bookings/" + held.text("/bookings/0/id") + "/confirm").as(anna).send("PATCH").is(409);

    Reply confirmed = root(held.header("Location") + "/confirm").as(anna).send("PATCH").is(200);
    assertThat(texts(confirmed, "status")).containsOnly("confirmed");
    root(held.header("Location") + "/confirm").as(ben).send("PATCH").is(404);
  }

  @Test
  void a_booking_made_alone_names_no_order() {
    Reply booked = book(anna, "{'eventId':'play'}").is(201);

    assertThat(booked.data().has("orderId")).isFalse();
  }

  @Test
  void an_order_of_somebody_else_does_not_exist() {
    String location = order(anna, BOTH).is(201).header("Location");

    root(location).as(ben).get().isError(Code.NOT_FOUND);
    root(location).get().isError(Code.AUTHENTICATION_ERROR);
    root(location).as(admin()).get().is(200);
    api("/orders/none").as(anna).get().isError(Code.NOT_FOUND);
    api("/orders/no%20order").as(anna).get().isError(Code.NOT_FOUND);
  }

  @Test
  void users_list_their_own_orders_newest_first_page_by_page() {
    String first = order(anna, BOTH).is(201).text("/id");
    house.clock.advance(Duration.ofSeconds(1));
    Reply last = order(anna, "{'items':[{'eventId':'gala','quantity':1}]}").is(201);
    order(ben, "{'items':[{'eventId':'gala','quantity':1}]}").is(201);

    Reply all = api("/orders").as(anna).get().is(200);
    assertThat(ids(all)).containsExactly(last.text("/id"), first);
    assertThat(all.data().get(0)).isEqualTo(last.data());
    assertThat(all.json().at("/meta/total").asInt()).isEqualTo(2);
    Reply page = api("/orders?limit=1").as(anna).get().is(200);
    String cursor = page.json().at("/meta/nextCursor").asText();
    assertThat(ids(api("/orders?limit=1&cursor=" + cursor).as(anna).get().is(200)))
        .containsExactly(first);
    api("/orders?limit=1&all=true&cursor=" + cursor)
        .as(admin())
        .get()
        .isError(Code.VALIDATION_ERROR);
    assertThat(ids(api("/orders?dateTo=2026-06-01T12:00:00Z").as(anna).get().is(200)))
        .containsExactly(first);
    assertThat(ids(api("/orders?dateFrom=2026-06-01T12:00:01Z").as(anna).get().is(200)))
        .containsExactly(last.text("/id"));
  }

  @Test
  void staff_and_admins_list_everybodys_orders_or_somebodys_with_their_buyers() {
    house.users.add(AUser.named("anna"));
    String annas = order(anna, BOTH).is(201).text("/id");
    String bens = order(ben, "{'items':[{'eventId':'gala','quantity':1}]}").is(201).text("/id");

    for (String viewer : List.of(admin(), token("sam", Role.STAFF))) {
      assertThat(ids(api("/orders?all=true").as(viewer).get().is(200)))
          .containsExactlyInAnyOrder(annas, bens);
      Reply one = api("/orders?userId=anna").as(viewer).get().is(200);
      assertThat(ids(one)).containsExactly(annas);
      assertThat(one.text("/0/bookings/1/buyer/email")).isEqualTo("anna@example.com");
      assertThat(ids(api("/orders").as(viewer).get().is(200))).isEmpty();
      api("/orders/" + bens).as(viewer).get().is(200);
      api("/orders?all=true&userId=anna").as(viewer).get().isError(Code.VALIDATION_ERROR);
    }
    for (String other : List.of(ben, token("olga", Role.ORGANISER))) {
      api("/orders?all=true").as(other).get().isError(Code.AUTHORIZATION_ERROR);
      api("/orders?userId=anna").as(other).get().isError(Code.AUTHORIZATION_ERROR);
    }
    assertThat(ids(api("/orders?userId=ben").as(ben).get().is(200))).containsExactly(bens);
  }

  private static List<String> ids(Reply list) {
    List<String> ids = new ArrayList<>();
    list.data().forEach(order -> ids.add(order.path("id").asText()));
    return ids;
  }

  @Test
  void the_same_request_again_gets_the_same_answer_word_for_word() {
    Reply first = order(anna, KEY, BOTH).is(201);
    Reply again =
        order(
            anna,
            KEY,
            "{ 'items': [{'quantity':2, 'eventId':'play'}, {'eventId':'film','quantity':1}] }");

    assertThat(first.headers().map()).doesNotContainKey("idempotency-replayed");
    assertThat(again.is(201).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void an_order_whose_response_was_forgotten_is_answered_from_the_store() {
    Reply first = order(anna, KEY, BOTH).is(201);
    house.clock.advance(Duration.ofHours(25));
    anna = token("anna");

    Reply again = order(anna, KEY, BOTH).is(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(again.json().path("message").asText()).isEqualTo("Ordered.");
    for (String told :
        new String[] {"Ordered; cancelled in part since.", "Ordered; cancelled since."}) {
      String id = live(order(anna, KEY, BOTH)).path("id").asText();
      api("/bookings/" + id + "/cancel").as(anna).send("PATCH").is(200);
      assertThat(order(anna, KEY, BOTH).is(201).json().path("message").asText()).isEqualTo(told);
    }
  }

  private static JsonNode live(Reply order) {
    for (JsonNode booking : order.data().path("bookings")) {
      if (booking.path("status").asText().equals("confirmed")) {
        return booking;
      }
    }
    throw new AssertionError("none is live: " + order.data());
  }

  @Test
  void a_key_is_good_for_one_order_or_one_booking_only() {
    order(anna, KEY, BOTH).is(201);

    order(anna, KEY, BOTH.replace("2", "1")).isError(Code.IDEMPOTENCY_KEY_REUSED);
    book(anna, KEY, "{'eventId':'play','quantity':2}").isError(Code.IDEMPOTENCY_KEY_REUSED);
    order(ben, KEY, "{'items':[{'eventId':'play','quantity':1}]}").is(201);
    api("/orders").as(anna).send("POST", BOTH).isError(Code.IDEMPOTENCY_KEY_REQUIRED);
  }

  private static List<String> texts(Reply reply, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode booking : reply.data().path("bookings")) {
      texts.add(booking.path(field).asText());
    }
    return texts;
  }
}
