package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
                    + "'price':-1,'currency':'XYZ','maxTicketsPerUser':1001,'colour':'red'}");
    assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
        .containsExactlyInAnyOrder(
            "name",
            "date",
            "venue",
            "totalTickets",
            "price",
            "currency",
            "maxTicketsPerUser",
            "colour");
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
  void a_price_has_as_many_decimals_as_its_currency() {
    for (String price : new String[] {"12.505", "1e30", "1e-9"}) {
      assertThat(eventAt(price, "EUR").isError(Code.VALIDATION_ERROR).fields())
          .as(price)
          .containsExactly("price");
    }
    eventAt("12.5", "JPY").isError(Code.VALIDATION_ERROR);
    eventAt("12.50", "EUR").is(201);
  }

  @Test
  void a_password_is_neither_short_nor_common_nor_too_long() {
    for (String password : new String[] {"short", "password", "é".repeat(37), "x".repeat(73)}) {
      Reply reply = register("{'email':'a@example.com','name':'A','password':'" + password + "'}");
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).containsExactly("password");
    }
  }

  @Test
  void a_password_that_is_refused_is_not_repeated() {
    String secret = "a secret of more than 72 bytes ".repeat(3);
    Reply reply = register("{'email':'a@example.com','name':'A','password':'" + secret + "'}");
    assertThat(reply.isError(Code.VALIDATION_ERROR).json().toString()).doesNotContain("a secret");
  }

  @Test
  void an_address_is_taken_once_however_it_is_written() {
    register("{'email':'Anna@Example.com','password':'a long password','name':'A'}").is(201);
    register("{'email':' anna@example.COM ','password':'another password','name':'B'}")
        .isError(Code.CONFLICT);
    api("/auth/login")
        .send("POST", "{'email':'ANNA@example.com','password':'a long password'}")
        .is(200);
  }

  @Test
  void a_wrong_password_and_an_unknown_address_look_the_same() {
    register("{'email':'anna@example.com','password':'a long password','name':'A'}").is(201);
    Reply wrong = logIn("anna@example.com").isError(Code.AUTHENTICATION_ERROR);
    Reply unknown = logIn("nobody@example.com").isError(Code.AUTHENTICATION_ERROR);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void a_refresh_token_is_good_once_and_its_second_use_ends_the_session() {
    Reply in = register("{'email':'anna@example.com','password':'a long password','name':'A'}");
    String first = in.is(201).text("/refreshToken");
    String second = refresh(first).is(200).text("/refreshToken");
    assertThat(second).isNotEqualTo(first);
    refresh(first).isError(Code.AUTHENTICATION_ERROR);
    refresh(second).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void a_session_that_was_logged_out_of_does_not_go_on() {
    Reply in = register("{'email':'anna@example.com','password':'a long password','name':'A'}");
    String token = in.is(201).text("/refreshToken");
    String body = "{'refreshToken':'" + token + "'}";
    String access = in.text("/accessToken");
    assertThat(api("/auth/me").as(access).get().is(200).text("/email"))
        .isEqualTo("anna@example.com");
    assertThat(api("/auth/logout").as(access).send("POST", body).is(204).body()).isEmpty();
    refresh(token).isError(Code.AUTHENTICATION_ERROR);
  }

  private Reply register(String body) {
    return api("/auth/register").send("POST", body);
  }

  private Reply logIn(String email) {
    return api("/auth/login")
        .send("POST", "{'email':'" + email + "','password':'not the password'}");
  }

  private Reply refresh(String token) {
    return api("/auth/refresh").send("POST", "{'refreshToken':'" + token + "'}");
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
