package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sessions of a user, listed and ended. */
class SessionsTest extends ServerTest {
  private static final String ADA = "{'email':'ada@example.com','password':'a long password'}";

  @Test
  void sessions_are_listed_with_their_device_address_and_times() {
    Reply first = register();
    house.clock.advance(Duration.ofMinutes(5));
    String second = logIn("curl/8.5.0").text("/accessToken");

    Reply list = api("/auth/sessions").as(second).get().is(200);

    assertThat(list.text("/0/device")).isEqualTo("curl/8.5.0");
    assertThat(list.text("/0/current")).isEqualTo("true");
    assertThat(list.text("/0/address")).isEqualTo("127.0.0.1");
    assertThat(list.text("/1/device")).isEqualTo("Firefox on Linux");
    assertThat(list.text("/1/current")).isEqualTo("false");
    assertThat(list.text("/1/createdAt"))
        .isEqualTo(list.text("/1/lastUsedAt"))
        .isLessThan(list.text("/0/createdAt"));
    assertThat(list.text("/1/expiresAt")).isGreaterThan(list.text("/1/createdAt"));
    assertThat(list.json().at("/data/2").isMissingNode()).isTrue();
    api("/auth/sessions").as(first.text("/accessToken")).get().is(200);
  }

  @Test
  void a_session_that_is_ended_is_over_at_once() {
    String first = register().text("/accessToken");
    house.clock.advance(Duration.ofSeconds(1));
    String second = logIn("curl/8.5.0").text("/accessToken");
    String id = api("/auth/sessions").as(first).get().text("/0/id");

    api("/auth/sessions/" + id).as(first).send("DELETE").is(204);

    api("/auth/me").as(second).get().isError(Code.AUTHENTICATION_ERROR);
    api("/auth/me").as(first).get().is(200);
    api("/auth/sessions/" + id).as(first).send("DELETE").isError(Code.NOT_FOUND);
  }

  @Test
  void all_others_end_and_the_current_one_goes_on() {
    Reply first = register();
    String second = logIn("curl/8.5.0").text("/accessToken");

    api("/auth/sessions").as(second).send("DELETE").is(204);

    api("/auth/me").as(first.text("/accessToken")).get().isError(Code.AUTHENTICATION_ERROR);
    refresh(first).isError(Code.AUTHENTICATION_ERROR);
    api("/auth/me").as(second).get().is(200);
  }

  @Test
  void nobody_ends_a_session_of_somebody_else() {
    String ada = register().text("/accessToken");
    String id = api("/auth/sessions").as(ada).get().text("/0/id");

    api("/auth/sessions/" + id).as(token("eve")).send("DELETE").isError(Code.NOT_FOUND);

    api("/auth/me").as(ada).get().is(200);
  }

  @Test
  void logging_out_ends_the_access_token_too() {
    Reply ada = register();

    api("/auth/logout").send("POST", "{'refreshToken':'" + ada.text("/refreshToken") + "'}");

    api("/auth/me").as(ada.text("/accessToken")).get().isError(Code.AUTHENTICATION_ERROR);
    api("/events").as(ada.text("/accessToken")).get().isError(Code.AUTHENTICATION_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0, Firefox on Linux",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/5 Chrome/1 Safari/5 Edg/1, Edge on Windows",
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/5 Chrome/1 Mobile Safari/5, Chrome on Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Version/17 Safari/6, Safari on iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17 Safari/6, Safari on macOS",
    "Mozilla/5.0, a browser",
    "python-requests/2.32.0 and more, python-requests/2.32.0",
    "(a comment), unknown",
    "'', unknown",
  })
  void a_device_is_a_program_and_a_system(String userAgent, String device) {
    String token = registerBy(userAgent).text("/accessToken");

    assertThat(api("/auth/sessions").as(token).get().text("/0/device")).isEqualTo(device);
  }

  private Reply register() {
    return registerBy("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0");
  }

  private Reply registerBy(String userAgent) {
    return api("/auth/register")
        .with("User-Agent", userAgent)
        .send("POST", ADA.replace("}", ",'name':'Ada'}"))
        .is(201);
  }

  private Reply logIn(String userAgent) {
    return api("/auth/login").with("User-Agent", userAgent).send("POST", ADA).is(200);
  }

  private Reply refresh(Reply signedIn) {
    return api("/auth/refresh")
        .send("POST", "{'refreshToken':'" + signedIn.text("/refreshToken") + "'}");
  }
}
