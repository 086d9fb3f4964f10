package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.util.Map;

/**
 * What it costs to keep figures: two processes sell in turns, one of them with {@code
 * METRICS_PORT}, so that whatever else the machine does meets both.
 */
final class WatchedSale {
  private static final int CLIENTS = 64;

  private WatchedSale() {}

  static void run(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "metrics",
                "What figures cost",
                "64 clients book places of an event of 1,000,000 in two processes in turns, of"
                    + " which one keeps figures for Prometheus. The time of the processors tells"
                    + " more than the rate, which other work on the machine changes too.");
    try (Program plain = Program.start(stage.newFolder(), Map.of());
        Program watched = Program.start(stage.newFolder(), Map.of("METRICS_PORT", "0"))) {
      sell(stage, plain);
      sell(stage, watched);
      Sale without = Sale.NONE;
      Sale with = Sale.NONE;
      for (int turn = 1; turn <= stage.size().turns; turn++) {
        Sale one = sell(stage, plain);
        Sale other = sell(stage, watched);
        row(table, turn, one, other);
        without = without.and(one);
        with = with.and(other);
      }
      table.target(
          "with figures there are 97 % of the bookings", with.bookings / without.bookings, 0.97);
      double more = with.cpuMillisEach() / without.cpuMillisEach();
      table.target(
          "a booking with figures takes 1.03 times the processor",
          "%.3f times".formatted(more),
          more <= 1.03);
    }
  }

  private static void row(Table table, int turn, Sale without, Sale with) {
    table
        .row()
        .with("turn", turn)
        .with("bookings without", without.bookings)
        .with("with", with.bookings)
        .with("CPU ms each without", without.cpuMillisEach())
        .with("CPU ms each with", with.cpuMillisEach())
        .end();
  }

  private static Sale sell(Stage stage, Program program) throws IOException, InterruptedException {
    String event = program.event(1_000_000);
    long before = program.cpuTime().toMillis();
    double rate = stage.rate(program.address(), CLIENTS, event);
    return new Sale(rate * stage.size().seconds, program.cpuTime().toMillis() - before);
  }

  private record Sale(double bookings, double cpuMillis) {
    static final Sale NONE = new Sale(0, 0);

    Sale and(Sale other) {
      return new Sale(bookings + other.bookings, cpuMillis + other.cpuMillis);
    }

    double cpuMillisEach() {
      return cpuMillis / bookings;
    }
  }
}
