package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.util.Map;

/** A thousand clients for 500 places, some of which come back: every place is sold in the end. */
final class LastSeats {
  private static final int SECONDS = 10;

  private LastSeats() {}

  static void run(Stage stage) throws IOException, InterruptedException {
    int clients = stage.size() == Size.SMALL ? 100 : 1_000;
    int places = clients / 2;
    Table table =
        stage
            .report()
            .table(
                "last-seats",
                "The last seats",
                "Twice as many clients as places, all at once; three in ten who get a ticket give"
                    + " it back once. Sold: when the last place was kept; found sold: when the"
                    + " availability said so. Never sold twice, and none left over.");
    for (Engine engine : Engine.here()) {
      try (Program program = stage.program(engine)) {
        String event = program.event(places);
        Load load =
            stage
                .k6()
                .run(
                    "last-seats",
                    program.address(),
                    clients,
                    SECONDS,
                    Map.of("PLACES", places, "EVENT", event));
        program.audit(event, places, places);
        table
            .row()
            .with("store", engine.title)
            .with("clients", clients)
            .with("places", places)
            .with("sold after s", load.metrics().at("/sold/max").asDouble() / 1_000)
            .with("found sold after s", load.metrics().at("/found_sold/max").asDouble() / 1_000)
            .with("refusals", load.count("refused"))
            .with("p50 ms", load.p50())
            .with("p99 ms", load.p99())
            .end();
        stage.report().memory(table, program);
        table.plot(engine.title, load.seconds());
      }
    }
  }
}
