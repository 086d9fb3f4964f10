package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.Report.Table;
import dev.lastseat.bootstrap.e2e.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long it takes to count all sales again, and to hold the store against its facts. */
final class ManyFacts {
  private static final int WANTED_SECONDS = 60;

  private ManyFacts() {}

  static void run(Stage stage) throws IOException, InterruptedException {
    int bookings = stage.size() == Size.FULL ? 999_999 : stage.size().exported;
    Table table =
        stage
            .report()
            .table(
                "facts",
                "From the facts",
                "Commands on a store on SQLite with %,d facts, of an event and its bookings, from"
                        .formatted(bookings + 1)
                    + " their start to their end.");
    Path data = stage.newFolder();
    SoldBefore.in(data, bookings);
    measure(table, data, bookings + 1, "rebuild", "analytics");
    measure(table, data, bookings + 1, "verify");
  }

  private static void measure(Table table, Path data, long facts, String... command)
      throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(Program.SETTINGS);
    settings.put("DATA_DIR", data.toAbsolutePath().toString());
    String words = String.join(" ", command);
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("./lastseat"), Stream.of(command)).toList());
    long began = System.nanoTime();
    Process process = Programs.start(builder.redirectErrorStream(true), settings);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    double seconds = (System.nanoTime() - began) / 1e9;
    if (status != 0) {
      throw new WrongResult("./lastseat %s ended with %d%n%s".formatted(words, status, output));
    }
    List<String> lines = output.lines().toList();
    table
        .row()
        .with("command", words)
        .with("facts", facts)
        .with("seconds", seconds)
        .with("facts/s", facts / seconds)
        .with("said", lines.isEmpty() ? "" : lines.getLast())
        .end();
    table.target(
        words + ": 60 s for 1,000,000 facts",
        "%.1f s for %,d".formatted(seconds, facts),
        seconds <= WANTED_SECONDS);
  }
}
