package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What works, but should not be left so, is said once in the log of the start. */
class StartWarningTest {
  @TempDir Path data;

  @Test
  void cheap_password_hashes_are_warned_of_in_one_line() throws Exception {
    assertThat(logOfStart("9"))
        .singleElement()
        .asString()
        .contains("\"level\":\"warn\"", "BCRYPT_ROUNDS is 9");
  }

  @Test
  void password_hashes_of_the_usual_cost_are_no_news() throws Exception {
    assertThat(logOfStart("10")).isEmpty();
  }

  /** All that the start prints before it says where the program listens. */
  private List<String> logOfStart(String rounds) throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(Map.of("BCRYPT_ROUNDS", rounds, "LOG_LEVEL", "warn"));
    Process program = Programs.spawn(data, settings);
    try (BufferedReader output = program.inputReader()) {
      return output.lines().takeWhile(line -> !line.startsWith("Lastseat listens")).toList();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }
}
