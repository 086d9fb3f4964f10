package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.K6.Second;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon the program answers after its start, and how well it sells then. */
final class FreshStart {
  private static final int STARTS = 5;
  private static final int CLIENTS = 256;
  private static final int PLACES = 1_000_000;

  private FreshStart() {}

  /** On a store that is there already. */
  static void start(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "start",
                "Start",
                "From the start of `./lastseat serve` to the first answer to `GET /events`.");
    Path data = stage.newFolder();
    Program.start(data, Map.of()).close();
    List<Long> taken = new ArrayList<>();
    int starts = stage.size() == Size.SMALL ? 1 : STARTS;
    for (int start = 1; start <= starts; start++) {
      try (Program program = Program.start(data, Map.of())) {
        long millis = program.firstAnswer().toMillis();
        table.row().with("start", start).with("ms", millis).end();
        taken.add(millis);
      }
    }
    long median = taken.stream().sorted().toList().get(starts / 2);
    table.target("the first answer within 400 ms", "median " + median + " ms", median <= 400);
  }

  /** Sales open at the moment that the program is there. */
  static void opening(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "opening",
                "Opening of a sale",
                "A process that was just started meets 256 clients at once. The p99 is that of the"
                    + " worst second.");
    try (Program program = stage.program(Engine.SQLITE)) {
      int seconds = stage.size() == Size.SMALL ? 1 : 10;
      Load fresh = sell(stage, program, seconds);
      Load warm = sell(stage, program, stage.size().seconds);
      stage.report().memory(table, program);
      table.plot("just started", fresh.seconds());
      table.plot("warm", warm.seconds());
      row(table, "warm", warm.seconds());
      for (int first : List.of(1, 5, 10)) {
        List<Second> some = fresh.seconds().subList(0, Math.min(first, seconds));
        row(table, "first " + first + " s", some);
        if (first == 5) {
          table.target("the first 5 s have half the warm rate", rate(some) / warm.rate(), 0.5);
          double p99 = p99(some);
          table.target("the first 5 s have a p99 of 200 ms", "%.0f ms".formatted(p99), p99 <= 200);
        }
      }
    }
  }

  private static Load sell(Stage stage, Program program, int seconds)
      throws IOException, InterruptedException {
    String event = program.event(PLACES);
    Load load = stage.hotEvent(program, CLIENTS, event, seconds);
    program.audit(event, load.requests(), load.requests());
    return load;
  }

  private static void row(Table table, String name, List<Second> seconds) {
    table
        .row()
        .with("time", name)
        .with("bookings/s", rate(seconds))
        .with("p99 ms", p99(seconds))
        .end();
  }

  private static double rate(List<Second> seconds) {
    return seconds.stream().mapToLong(Second::requests).average().orElse(0);
  }

  private static double p99(List<Second> seconds) {
    return seconds.stream().mapToDouble(Second::p99).max().orElse(0);
  }
}
