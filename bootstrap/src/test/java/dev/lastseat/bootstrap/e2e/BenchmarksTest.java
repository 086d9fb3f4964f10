package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.bench.BookingBenchmark;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.embedded.bench.ReadersLoop;
import dev.lastseat.engines.Engines;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  @Test
  void bookings_on_mongodb_and_redis() throws Exception {
    Map<String, String> engines =
        Map.of("MONGODB_URI", Engines.mongodb(), "REDIS_URL", Engines.redis());
    String round = "# # # # % [#, #, #] beside [#, #, #]";
    assertThat(run(MongoBenchmark.class, engines, DIVISOR))
        .filteredOn(line -> !line.startsWith("engine "))
        .containsExactly(
            "clients bookings/s bare inserts/s ratio (medians of #)",
            round,
            round,
            round,
            "# places sold without a refusal; one buyer more: SOLD_OUT");
  }

  /** All that it prints, each number as #. */
  private static List<String> run(Class<?> benchmark, Map<String, String> engines, String argument)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                benchmark.getName(),
                argument)
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
