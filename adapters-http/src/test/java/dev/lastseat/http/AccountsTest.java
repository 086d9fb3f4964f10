package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

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
}
