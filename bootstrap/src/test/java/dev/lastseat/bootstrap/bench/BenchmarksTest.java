package dev.lastseat.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.SpoiltLastseat;
import dev.lastseat.bootstrap.SpoiltLastseat.Bug;
import dev.lastseat.bootstrap.bench.K6.Second;
import dev.lastseat.bootstrap.e2e.Programs;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.embedded.bench.ReadersLoop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./lastseat bench} and its page measure, in small: it must run, whatever it finds. */
class BenchmarksTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;

  @Test
  void a_run_leaves_a_report_and_nothing_else() throws Exception {
    Checkout.in(folder);
    Path report = Files.createDirectories(folder.resolve("load/report"));
    Files.writeString(report.resolve("of-an-earlier-run.svg"), "<svg/>");
    Run run = bench("--small", "--scenario", "in-process", "--scenario", "start");
    assertThat(run.status()).as(run.output()).isZero();
    try (var files = Files.list(report)) {
      assertThat(files.map(report::relativize).map(Path::toString))
          .containsExactlyInAnyOrder("report.md", "report.json");
    }
    JsonNode json = new ObjectMapper().readTree(report.resolve("report.json").toFile());
    assertThat(json.findValuesAsText("name")).contains("in-process", "start");
    assertThat(json.at("/scenarios/0/rows")).hasSize(3);
    assertThat(report.resolve("report.md")).content().contains("## Start", "| ---: |", "400 ms");
  }

  @Test
  void a_plot_has_a_line_for_each_run_in_each_panel() {
    List<Second> seconds = List.of(new Second(10, 1.5, 3, 100), new Second(20, 1, 2, 50));
    List<Second> longer = Stream.of(seconds, seconds).flatMap(List::stream).toList();
    String plot = Plot.of(Map.of("warm", seconds, "just started", longer));
    assertThat(plot).startsWith("<svg xmlns").contains("just started (4 s)", ",30.0'/>");
    assertThat(plot.split("<polyline")).hasSize(1 + 4 * 2);
    assertThat(plot.split("points='150.0,")).as("all begin at the left").hasSize(1 + 4 * 2);
  }

  @ParameterizedTest
  @CsvSource({"LOST_BOOKING, are sold", "REFUSAL_WHILE_FREE, http_req_failed"})
  void wrong_results_are_a_failure(Bug bug, String shown) throws Exception {
    assumeThat(Tool.K6.isInstalled()).as("k6 is in the path").isTrue();
    Checkout.in(folder);
    Files.writeString(
        folder.resolve("lastseat"),
        """
        #!/bin/sh
        exec "%s" --enable-native-access=ALL-UNNAMED -cp "%s" %s %s
        """
            .formatted(
                JAVA, System.getProperty("java.class.path"), SpoiltLastseat.class.getName(), bug));
    Run run = bench("--small", "--scenario", "opening");
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("bench: wrong: ", shown);
  }

  @ParameterizedTest
  @CsvSource({"--scenario, ''", "--scenario, sale", "--fast, ''"})
  void what_it_does_not_understand_is_named(String option, String value) throws Exception {
    Run run = bench(option, value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output())
        .contains("'" + (option.equals("--fast") ? option : value) + "' is no", "hot-event, ");
  }

  @Test
  void readers_beside_bookings() throws Exception {
    Run run = run(ReadersLoop.class, "50");
    assertThat(run.output().lines().map(line -> line.replaceAll("[\\d.]+", "#").replace(" ", "")))
        .hasSize(3)
        .containsOnly("#lookedup,#recordedalone,#besidelistsasecond");
  }

  /** How it ended, and what it said. */
  private record Run(int status, String output) {}

  private Run bench(String... arguments) throws Exception {
    return run(Bench.class, arguments);
  }

  private Run run(Class<?> main, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        Programs.start(
            new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true),
            Map.of());
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
