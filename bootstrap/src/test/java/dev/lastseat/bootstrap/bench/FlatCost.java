package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a booking costs when much of the event is sold already. */
final class FlatCost {
  private static final int CLIENTS = 64;

  private FlatCost() {}

  static void run(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "flat-cost",
                "What is sold already",
                "64 clients book places of an event of 1,000,000, of which so many are sold.");
    List<Double> medians = new ArrayList<>();
    for (int sold : stage.size().sold) {
      medians.add(sell(stage, table, sold));
    }
    double growth = medians.getLast() / medians.getFirst();
    table.target(
        "p50 with most sold is 1.2 times that with none at most",
        "%.2f times".formatted(growth),
        growth <= 1.2);
  }

  private static double sell(Stage stage, Table table, int sold)
      throws IOException, InterruptedException {
    Path data = stage.newFolder();
    String event = SoldBefore.in(data, sold);
    try (Program program = Program.start(data, Map.of())) {
      stage.hotEvent(program, CLIENTS, program.event(1_000_000));
      Load load = stage.hotEvent(program, CLIENTS, event);
      program.audit(event, sold + load.requests(), sold + load.requests());
      table
          .row()
          .with("sold", (long) sold)
          .with("bookings/s", load.rate())
          .with("p50 ms", load.p50())
          .with("p99 ms", load.p99())
          .end();
      table.plot(sold + " sold", load.seconds());
      stage.report().memory(table, program);
      return load.p50();
    }
  }
}
