package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests come from one client: one request a window is allowed, behind one proxy. */
class ClientAddressesTest extends ServerTest {
  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(1, 1, 1, WINDOW));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7:40001",
    "203.0.113.7:40001, 203.0.113.7:40002",
    "203.0.113.7, ::ffff:203.0.113.7",
    "203.0.113.7, [::ffff:203.0.113.7]:443",
    "2001:db8:1:2::1, 2001:db8:1:2::2",
    "2001:db8:1:2::1, 2001:DB8:1:2:ffff:ffff:ffff:ffff",
    "2001:db8:1:2::1, 2001:0db8:0001:0002:0:0:0:1",
    "2001:db8:1:2::1, [2001:db8:1:2::1]",
    "[2001:db8:1:2::1]:4711, [2001:db8:1:2::1]:4712",
    "fe80::1, fe80::1%eth0",
    "unknown, somebody else",
    "unknown, 12345",
    "unknown, _hidden",
    "unknown, 999.1.1.1",
    "unknown, 1.2.3.4.5",
    "unknown, 127.1",
    "unknown, 203.0.113.7:443:1",
    "unknown, []",
    "unknown, [::1",
    "unknown, :::",
    "unknown, a@example.com"
  })
  void these_are_one_client(String first, String second) {
    from(first).is(200);
    from(second).isError(Code.RATE_LIMIT_EXCEEDED);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.8",
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "::ffff:203.0.113.7, ::ffff:203.0.113.8",
    "unknown, 127.0.0.1"
  })
  void these_are_two_clients(String first, String second) {
    from(first).is(200);
    from(second).is(200);
  }

  private Reply from(String forwarded) {
    return api("/events").with("X-Forwarded-For", forwarded).get();
  }

  @Nested
  class WithoutAProxy extends ServerTest {
    @Override
    protected HttpSettings settings() {
      return settings(0, CONNECTIONS, 0, new RequestSettings.Limits(100, 100, 1, WINDOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void a_proxy_that_nobody_told_of_is_warned_of_once(int requests) {
      List<String> warnings =
          warnings(
              () -> {
                api("/events").get().is(200);
                for (int i = 0; i < requests; i++) {
                  api("/events").with("X-Forwarded-For", "10.0.0." + i).get().is(200);
                }
              });

      assertThat(warnings)
          .hasSize(Math.min(1, requests))
          .allMatch(it -> it.contains("TRUSTED_PROXIES"));
    }

    @Test
    void what_a_client_claims_to_be_is_not_believed() {
      for (int i = 0; i < 100; i++) {
        api("/events").with("X-Forwarded-For", "10.0.0." + i).get().is(200);
      }
      api("/events").with("X-Forwarded-For", "10.0.1.1").get().isError(Code.RATE_LIMIT_EXCEEDED);
    }
  }

  @Nested
  class BehindTwoProxies extends ServerTest {
    @Override
    protected HttpSettings settings() {
      return settings(0, CONNECTIONS, 2, new RequestSettings.Limits(100, 100, 1, WINDOW));
    }

    @Test
    void fewer_addresses_than_proxies_are_warned_of_once_and_the_first_one_counts() {
      List<String> warnings =
          warnings(
              () -> {
                for (int i = 0; i < 100; i++) {
                  from("203.0.113.7").is(200);
                }
                from("203.0.113.8, 10.0.0.1").is(200);
                from("203.0.113.7").isError(Code.RATE_LIMIT_EXCEEDED);
                api("/events").get().is(200);
              });

      assertThat(warnings).hasSize(1).first().asString().contains("TRUSTED_PROXIES");
    }

    @Test
    void a_request_past_the_proxies_is_warned_of_and_a_question_after_the_health_is_not() {
      assertThat(warnings(() -> api("/health/live").get().is(200))).isEmpty();
      assertThat(warnings(() -> from("203.0.113.7, 10.0.0.1").is(200))).isEmpty();
      assertThat(warnings(() -> api("/events").get().is(200))).hasSize(1);
    }

    private Reply from(String forwarded) {
      return api("/events").with("X-Forwarded-For", forwarded).get();
    }
  }

  private static List<String> warnings(Runnable requests) {
    try (LogLines lines = new LogLines(ClientAddresses.class)) {
      requests.run();
      return lines.messages();
    }
  }
}
