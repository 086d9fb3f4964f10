package dev.lastseat.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.e2e.LogInBenchmark;
import dev.lastseat.bootstrap.e2e.Programs;
import dev.lastseat.bootstrap.e2e.ServerBenchmark;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.embedded.bench.ReadersLoop;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code ./lastseat bench} and its page measure, in small: it must run, whatever it finds. */
class BenchmarksTest {
  private static final String DIVISOR = "100";

  @Test
  void bookings_in_process() throws Exception {
    assertThat(run(BookingBenchmark.class, Map.of(), DIVISOR))
        .containsExactly(
            "warm-up: # clients, # bookings: #/s, bare #/s",
            "clients bookings/s bare loop/s ratio (medians of #)",
            "# # # # %",
            "# # # # %",
            "# # # # %",
            "tickets # to #, # clients: # bookings/s",
            "tickets # to #, # clients: # bookings/s",
            "tickets # to #, # clients: # bookings/s",
            "tickets # to #, # clients: # bookings/s",
            "tickets # to #, # clients: # bookings/s",
            "# bookings take # bytes on disk");
  }

  @Test
  void readers_beside_bookings() throws Exception {
    String round = "# looked up, # recorded alone, # beside lists a second";
    assertThat(run(ReadersLoop.class, Map.of(), "50")).containsExactly(round, round, round);
  }

  @Test
  void the_start_and_a_storm_over_http() throws Exception {
    assertThat(run(ServerBenchmark.class, Map.of(), DIVISOR))
        .containsExactly(
            "start #: first answer after # ms",
            "start #: first answer after # ms",
            "start #: first answer after # ms",
            "start #: first answer after # ms",
            "start #: first answer after # ms",
            "# bookings over HTTP by # clients: #/s; resident memory # MB before, # MB after");
  }

  @Test
  void bookings_beside_log_ins() throws Exception {
    String round =
        "# bookings beside # connections that log in (#/s, # turned away): p# # ms, p# # ms,"
            + " longest # ms";
    assertThat(run(LogInBenchmark.class, Map.of(), DIVISOR))
        .containsExactly(round, round, round, round);
  }

  @ParameterizedTest
  @EnumSource
  void each_scenario_over_http_ends_with_a_report(Scenario scenario) throws Exception {
    assumeThat(Tool.K6.isInstalled()).as("k6 is in the path").isTrue();
    assertThat(run(Bench.class, Map.of(), "--small", "--scenario", scenario.word()))
        .last()
        .isEqualTo("report: load/report/report.md");
    Path folder = Checkout.shared().folder().resolve("load/report");
    assertThat(new ObjectMapper().readTree(folder.resolve("report.json").toFile()))
        .extracting(report -> report.path("scenarios"))
        .satisfies(scenarios -> assertThat(scenarios.size()).isGreaterThan(1));
    assertThat(folder.resolve("report.md")).content().contains("| ---: |");
  }

  /** All that it prints, each number as #. */
  private static List<String> run(
      Class<?> benchmark, Map<String, String> engines, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                benchmark.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Checkout.shared().folder().toFile())
            .redirectErrorStream(true);
    Process process = Programs.start(builder, engines);
    try (BufferedReader output = process.inputReader()) {
      return output
          .lines()
          .map(line -> line.strip().replaceAll("\\d+([.,]\\d+)*", "#").replaceAll(" +", " "))
          .toList();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
