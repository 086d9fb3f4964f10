package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What works, but should not be left so, is said once in the log of the start. */
class StartWarningTest {
  @TempDir Path data;

  @Test
  void cheap_password_hashes_are_warned_of_in_one_line() throws Exception {
    assertWarned(Map.of("BCRYPT_ROUNDS", "9"), "BCRYPT_ROUNDS is 9");
  }

  @Test
  void a_redis_that_is_away_is_warned_of_at_once() throws Exception {
    assertWarned(Map.of("REDIS_URL", "redis://127.0.0.1:1"), "redis does not answer now");
  }

  @Test
  void a_start_is_no_news_and_an_admin_that_is_set_again_is_told_to_be_ignored() throws Exception {
    assertThat(logOfStart(Map.of())).isEmpty();
    assertThat(logOfStart(Map.of("LOG_LEVEL", "info")))
        .anyMatch(line -> line.contains("ADMIN_PASSWORD are not used"));
  }

  @Test
  void a_port_for_metrics_that_is_in_use_is_warned_of_and_the_sale_goes_on() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertWarned(
          Map.of("METRICS_PORT", port),
          "no metrics: METRICS_PORT " + port + " on 127.0.0.1 cannot be used: Address already");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4318", "nonsense", "http://"})
  void an_endpoint_for_traces_that_is_none_is_warned_of_and_the_sale_goes_on(String endpoint)
      throws Exception {
    assertWarned(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), "no traces: OTEL_");
  }

  private void assertWarned(Map<String, String> settings, String warning) throws Exception {
    assertThat(logOfStart(settings))
        .singleElement()
        .asString()
        .contains("\"level\":\"warn\"", warning);
  }

  /** All that the start prints before it says where the program listens. */
  private List<String> logOfStart(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(Map.of("BCRYPT_ROUNDS", "10", "LOG_LEVEL", "warn"));
    settings.putAll(more);
    Process program = Programs.spawn(data, settings);
    try (BufferedReader output = program.inputReader()) {
      return output.lines().takeWhile(line -> !line.startsWith("Lastseat listens")).toList();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }
}
