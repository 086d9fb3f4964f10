package dev.lastseat.http.input;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are JSON, but not what a route asks for. */
class BodiesTest extends ServerTest {
  @Test
  void all_fields_that_are_wrong_are_told_at_once() {
    Reply reply =
        api("/events")
            .as(admin())
            .send(
                "POST",
                "{'name':'','date':'2020-01-01T00:00:00Z','venue':' ','totalTickets':0,"
                    + "'price':-1,'currency':'XYZ','maxTicketsPerUser':1001,'status':'sold',"
                    + "'colour':'red'}");
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
        .containsExactlyInAnyOrder(
            "name",
            "date",
            "venue",
            "totalTickets",
            "price",
            "currency",
            "maxTicketsPerUser",
            "status",
            "colour");
  }

  @Test
  void of_fields_without_end_a_hundred_are_told() {
    String unknown =
        IntStream.range(0, 6_000).mapToObj("\"%04d\":1"::formatted).collect(joining(",", "{", "}"));

    Reply reply = api("/auth/login").send("POST", unknown).isError(Code.VALIDATION_ERROR);

    assertThat(reply.fields()).hasSize(100).startsWith("0000", "0001").endsWith("0099");
  }

  @Test
  void what_is_missing_is_told_by_name() {
    assertThat(register("{}").fields()).containsExactlyInAnyOrder("email", "password", "name");
    assertThat(event("{}").fields())
        .containsExactlyInAnyOrder("name", "date", "venue", "totalTickets", "price");
    assertThat(booking("{}").fields()).containsExactly("eventId");
  }

  @Test
  void nobody_gives_himself_a_role() {
    Reply reply =
        register(
            "{'email':'a@example.com','password':'a long password','name':'A','role':'admin'}");
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("role");
    reply = register("{'email':'a@example.com','password':'a long password','name':'A'}").is(201);
    assertThat(reply.text("/user/role")).isEqualTo("user");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void an_operator_is_no_string() {
    for (String value : new String[] {"{'$gt':''}", "{'$ne':null}", "['a']", "1", "true"}) {
      String logIn = "{'email':%s,'password':%s}".formatted(value, value);
      Reply reply = api("/auth/login").send("POST", logIn).isError(Code.VALIDATION_ERROR);
      assertThat(reply.fields()).containsExactlyInAnyOrder("email", "password");
      reply = booking("{'eventId':" + value + "}").isError(Code.VALIDATION_ERROR);
      assertThat(reply.fields()).containsExactly("eventId");
    }
  }

  @Test
  void a_number_is_written_as_a_number_and_a_count_as_a_whole_one() {
    Map.of(
            "quantity",
                new String[] {"'1'", "1.5", "1e400", "99999999999", "true", "[1]", "0", "11"},
            "hold", new String[] {"'true'", "1", "{}", "[]"})
        .forEach(
            (field, values) -> {
              for (String value : values) {
                Reply reply = booking("{'eventId':'event-1','" + field + "':" + value + "}");
                assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
                    .as(value)
                    .containsExactly(field);
              }
            });
    assertThat(event("{'price':'12.50'}").fields()).contains("price");
  }

  @Test
  void a_whole_number_may_be_written_with_a_point_or_an_exponent() {
    add(AnEvent.published("event-1"));
    for (String one : new String[] {"1", "1.0", "1e0", "10e-1"}) {
      booking("{'eventId':'event-1','quantity':" + one + "}").is(201);
    }
  }

  @Test
  void null_is_a_value_of_no_type() {
    for (String field : new String[] {"quantity", "hold", "expectedPrice", "expectedCurrency"}) {
      Reply reply = booking("{'eventId':'event-1','" + field + "':null}");
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly(field);
    }
    assertThat(register("{'email':null,'password':null,'name':null}").fields())
        .containsExactlyInAnyOrder("email", "password", "name");
  }

  @Test
  void a_value_beyond_all_bounds_is_told_by_the_name_of_its_field() {
    for (String value :
        new String[] {
          "'" + "x".repeat(Json.MAX_STRING + 1) + "'",
          "1".repeat(Json.MAX_NUMBER + 1),
          "1e99999999999",
          "-1e-99999999999",
        }) {
      assertThat(event("{'price':" + value + "}").isError(Code.MALFORMED_JSON).fields())
          .as(value)
          .containsExactly("price");
    }
    String deep = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
    assertThat(event("{'price':" + deep + "}").isError(Code.MALFORMED_JSON).fields())
        .singleElement()
        .asString()
        .startsWith("price[0][0]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T23:59:59-01:00",
        "0001-01-01T00:00:00+01:00",
        "0000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
      })
  void a_time_outside_the_years_1_to_9999_in_utc_is_none(String time) {
    String event = "{'name':'Play','venue':'Arena','totalTickets':50,'price':1,'date':'%s'}";
    String filter = URLEncoder.encode(time, StandardCharsets.UTF_8);

    assertThat(event(event.formatted(time)).isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("date");
    assertThat(api("/events?dateTo=" + filter).get().isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("dateTo");
  }

  @Test
  void a_price_has_as_many_decimals_as_its_currency() {
    for (String price : new String[] {"12.505", "1e30", "1e-9"}) {
      assertThat(eventAt(price, "EUR").isError(Code.VALIDATION_ERROR).fields())
          .as(price)
          .containsExactly("price");
    }
    eventAt("12.5", "JPY").isError(Code.VALIDATION_ERROR);
    assertThat(eventAt("10.5", "XXX").isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("currency");
    eventAt("12.50", "EUR").is(201);
  }

  private Reply register(String body) {
    return api("/auth/register").send("POST", body);
  }

  private Reply event(String body) {
    return api("/events").as(admin()).send("POST", body);
  }

  private Reply eventAt(String price, String currency) {
    return event(
        "{'name':'Play','date':'2026-09-01T20:00:00Z','venue':'Arena','totalTickets':50,"
            + "'price':%s,'currency':'%s'}".formatted(price, currency));
  }

  private Reply booking(String body) {
    return book(token("anna"), body);
  }
}
