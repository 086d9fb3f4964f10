package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Call;
import dev.lastseat.http.House;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts and the sessions of their owners. */
class AccountsTest extends ServerTest {
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
    assertWorthless(
        register("{'email':' anna@example.COM ','password':'another password','name':'B'}"));
    api("/auth/login")
        .send("POST", "{'email':'ANNA@example.com','password':'a long password'}")
        .is(200);
  }

  /** An ü of one code point, or of two, as another keyboard writes it. */
  @Test
  void an_account_is_the_same_whatever_unicode_form_its_owner_types_in() {
    register("{'email':'\u00FC@example.com','password':'a l\u00FCng password','name':'A'}").is(201);
    assertWorthless(
        register("{'email':'u\u0308@example.com','password':'another password','name':'B'}"));
    api("/auth/login")
        .send("POST", "{'email':'u\u0308@example.com','password':'a lu\u0308ng password'}")
        .is(200);
  }

  /** It looks like a new account, and nothing can be done with it. */
  private void assertWorthless(Reply reply) {
    reply.is(201);
    api("/auth/me").as(reply.text("/accessToken")).get().isError(Code.AUTHENTICATION_ERROR);
    refresh(reply.text("/refreshToken")).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void what_a_taken_address_gets_looks_like_what_a_new_one_gets() {
    Reply fresh =
        register("{'email':'anna@example.com','password':'a long password','name':'A'}").is(201);
    Reply taken =
        register("{'email':'anna@example.com','password':'a long password','name':'A'}").is(201);

    assertThat(shape(taken)).isEqualTo(shape(fresh));
    assertThat(taken.headers().map().keySet()).isEqualTo(fresh.headers().map().keySet());
  }

  /** With an x for each letter and digit of what is different for each account. */
  private static String shape(Reply reply) {
    String body = reply.json().toString();
    for (String pointer : List.of("/user/id", "/accessToken", "/refreshToken")) {
      String text = reply.text(pointer);
      body = body.replace(text, text.replaceAll("[A-Za-z0-9_-]", "x"));
    }
    return body;
  }

  @Test
  void a_name_shows_something_and_hides_nothing() {
    for (String name :
        new String[] {"\\u200B", "\\u2800", "\\u3164", "A\\u202EB", "A\\uFFFF", "\\u001FA"}) {
      Reply reply =
          register("{'email':'a@example.com','password':'a long one','name':'" + name + "'}");
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).as(name).containsExactly("name");
    }
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
  void two_tabs_that_refresh_with_one_token_both_go_on() {
    String first = registered();
    String left = refresh(first).is(200).text("/refreshToken");
    String right = refresh(first).is(200).text("/refreshToken");
    house.clock.advance(Duration.ofMinutes(15));

    assertThat(refresh(left).is(200).text("/refreshToken")).isNotEqualTo(left);
    refresh(right).is(200);
  }

  @Test
  void a_refresh_token_that_comes_again_too_late_ends_the_session() {
    String first = registered();
    String second = refresh(first).is(200).text("/refreshToken");
    house.clock.advance(House.OVERLAP);

    refresh(first).isError(Code.AUTHENTICATION_ERROR);
    refresh(second).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void an_older_refresh_token_ends_the_session_at_once() {
    String first = registered();
    String second = refresh(first).is(200).text("/refreshToken");
    String third = refresh(second).is(200).text("/refreshToken");

    refresh(first).isError(Code.AUTHENTICATION_ERROR);
    refresh(third).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void who_comes_back_after_the_access_token_has_run_out_can_log_out() {
    String token = registered();
    String expired = token("anna");
    house.clock.advance(Duration.ofHours(2));

    assertThat(logOut(api("/auth/logout").as(expired), token).is(204).body()).isEmpty();

    refresh(token).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void logging_out_needs_the_refresh_token_only_and_is_answered_alike_when_nobody_has_it() {
    String token = registered();

    logOut(api("/auth/logout"), token).is(204);
    logOut(api("/auth/logout"), token).is(204);
    logOut(api("/auth/logout"), "made up").is(204);

    refresh(token).isError(Code.AUTHENTICATION_ERROR);
  }

  private static Reply logOut(Call call, String token) {
    return call.send("POST", "{'refreshToken':'" + token + "'}");
  }

  /** A refresh token of a new account. */
  private String registered() {
    return register("{'email':'anna@example.com','password':'a long password','name':'A'}")
        .is(201)
        .text("/refreshToken");
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
}
