package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Everybody wants a ticket of one event: 1 to 256 clients, beside the bare inserting route. */
final class HotEvent {
  private static final int PLACES = 1_000_000;
  private static final int WARM_UP = 64;

  private final Stage stage;
  private final Engine engine;
  private final Table table;

  /** Whose rates they are. */
  private final String by;

  private HotEvent(Stage stage, Engine engine) {
    this.stage = stage;
    this.engine = engine;
    this.by = stage.wrk().isPresent() ? " (wrk)" : "";
    this.table =
        stage
            .report()
            .table(
                "hot-event" + engine.suffix,
                "Hot event on " + engine.title,
                "One event of 1,000,000 places, one ticket a request, every booking another"
                    + " user's. The rates of program and limit by "
                    + (stage.wrk().isPresent()
                        ? "wrk; times by k6, which takes more of the processors than the server."
                        : "k6, which takes more of the processors than the servers and is the limit"
                            + " itself: with wrk installed there are rates of the servers."));
  }

  static void run(Stage stage) throws IOException, InterruptedException {
    for (Engine engine : Engine.here()) {
      new HotEvent(stage, engine).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    try (Program program = stage.program(engine);
        Stage.Bare bare = stage.bare(engine)) {
      sell(program, WARM_UP, Map.of());
      stage.rate(bare.address(), WARM_UP, "any");
      Map<Integer, Double> rates = new HashMap<>();
      for (int clients : stage.size().clients) {
        rates.put(clients, compare(program, bare.address(), clients));
      }
      Double crowd = rates.get(256);
      if (crowd != null) {
        double share = crowd / Collections.max(rates.values());
        table.target("256 clients get 90 % of the best rate", share, 0.9);
      }
      for (int clients : stage.size().clients) {
        comeAgain(program, clients);
      }
      stage.report().memory(table, program);
    }
  }

  private double compare(Program program, URI bare, int clients)
      throws IOException, InterruptedException {
    String event = program.event(PLACES);
    double ours = stage.rate(program.address(), clients, event);
    program.audit(event, 1, PLACES);
    double theirs = stage.rate(bare, clients, "any");
    Sale sale = sell(program, clients, Map.of());
    row(clients, "all different", sale, ours, theirs, 100 * ours / theirs);
    table.plot(clients + (clients == 1 ? " client" : " clients"), sale.load().seconds());
    if (clients == 64) {
      double least = engine == Engine.SQLITE ? 0.6 : 1;
      table.target(
          "64 clients get %.0f %% of the bare route".formatted(100 * least), ours / theirs, least);
    }
    if (clients == 1 && engine == Engine.SQLITE) {
      table.target(
          "one client waits 0.6 ms (p50)",
          "%.2f ms".formatted(sale.load().p50()),
          sale.load().p50() <= 0.6);
    }
    return ours;
  }

  /** The same thousand buyers again and again, up to a thousand tickets each. */
  private void comeAgain(Program program, int clients) throws IOException, InterruptedException {
    row(clients, "1,000", sell(program, clients, Map.of("BUYERS", 1_000)), "", "", "");
  }

  private void row(
      int clients, String buyers, Sale sale, Object ours, Object theirs, Object share) {
    table
        .row()
        .with("clients", clients)
        .with("buyers", buyers)
        .with("bookings/s" + by, ours)
        .with("bare inserts/s" + by, theirs)
        .with("share %", share)
        .with("bookings/s (k6)", sale.load().rate())
        .with("p50 ms", sale.load().p50())
        .with("p95 ms", sale.load().p95())
        .with("p99 ms", sale.load().p99())
        .with("max ms", sale.load().max())
        .with("CPU ms each", sale.cpuMillis())
        .end();
  }

  /** What k6 saw of one event, and the time of the processors that each booking took. */
  private record Sale(Load load, double cpuMillis) {}

  private Sale sell(Program program, int clients, Map<String, Object> more)
      throws IOException, InterruptedException {
    String event = program.event(PLACES);
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("EVENT", event);
    long before = program.cpuTime().toMillis();
    Load load =
        stage.k6().run("hot-event", program.address(), clients, stage.size().seconds, settings);
    double cpuMillis = (program.cpuTime().toMillis() - before) / (double) load.requests();
    program.audit(event, load.requests(), load.requests());
    return new Sale(load, cpuMillis);
  }
}
