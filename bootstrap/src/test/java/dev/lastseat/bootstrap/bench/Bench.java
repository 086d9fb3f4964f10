package dev.lastseat.bootstrap.bench;

import dev.lastseat.embedded.bench.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the program as its users meet it, over HTTP, each figure beside its own limit, and
 * leaves a report in {@code load/report}. Run from the root of the project, with k6 in the path.
 * Ends with 1 when a result is wrong; a slow one is only shown.
 */
public final class Bench {
  private static final Path REPORT = Path.of("load/report");

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Size size = Size.FULL;
    List<Scenario> chosen = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> size = Size.QUICK;
        case "--small" -> size = Size.SMALL;
        case "--scenario" -> chosen.add(named(++i < arguments.length ? arguments[i] : ""));
        default -> misused("'" + arguments[i] + "' is no option");
      }
    }
    run(size, chosen.isEmpty() ? List.of(Scenario.values()) : chosen);
  }

  private static Scenario named(String word) {
    for (Scenario scenario : Scenario.values()) {
      if (scenario.word().equals(word)) {
        return scenario;
      }
    }
    misused("'" + word + "' is no scenario");
    throw new IllegalArgumentException(word);
  }

  private static void misused(String fault) {
    System.err.printf(
        "bench: %s%nusage: bench [--quick | --small] [--scenario NAME]..., NAME one of %s%n",
        fault, Stream.of(Scenario.values()).map(Scenario::word).collect(Collectors.joining(", ")));
    System.exit(2);
  }

  /** The stores are on the disk that the project is on, and not where files may be in memory. */
  private static void run(Size size, List<Scenario> chosen) throws Exception {
    Report report = new Report(size, Instant.now());
    try {
      Folders.with(Files.createDirectories(REPORT), folder -> run(folder, size, chosen, report));
    } catch (WrongResult wrong) {
      System.err.println("bench: wrong: " + wrong.getMessage());
      System.exit(1);
    } finally {
      report.write(REPORT);
    }
    System.out.println("report: " + REPORT.resolve("report.md"));
  }

  private static int run(Path folder, Size size, List<Scenario> chosen, Report report)
      throws Exception {
    Stage stage = Stage.in(folder, size, report);
    for (Scenario scenario : chosen) {
      scenario.run(stage);
    }
    return chosen.size();
  }
}
