package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What a sale keeps of its rate while others ask for what is dear, or in vain. */
final class BesideASale {
  private static final int BUYERS = 16;
  private static final int OTHERS = 64;
  private static final int PLACES = 1_000_000;

  private final Stage stage;
  private final Program program;
  private final Table table;

  private BesideASale(Stage stage, Program program, Table table) {
    this.stage = stage;
    this.program = program;
    this.table = table;
  }

  /** Many do not believe that another event is sold out. */
  static void soldOut(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "sold-out",
                "Beside a sold-out event",
                "16 clients buy, alone and while 64 others are refused as another event is sold"
                    + " out, and ask again after a tenth of a second.");
    try (Program program = stage.program(Engine.SQLITE)) {
      BesideASale sale = new BesideASale(stage, program, table);
      Load alone = sale.alone();
      K6.Running others = sale.others("sold-out", Map.of());
      Load beside = sale.sell();
      Load refused = others.ended();
      sale.row("beside refusals", beside, refused.rate());
      table.target("the sale keeps 80 % of its rate", beside.rate() / alone.rate(), 0.8);
      stage.report().memory(table, program);
    }
  }

  /** Many log in at the same time. */
  static void logIns(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "log-ins",
                "Beside a storm of log-ins",
                "16 clients buy, alone and while 64 others log in again and again, with hashes of"
                    + " the default cost.");
    try (Program program = stage.program(Engine.SQLITE)) {
      BesideASale sale = new BesideASale(stage, program, table);
      Load alone = sale.alone();
      K6.Running others =
          sale.others(
              "log-ins",
              Map.of("EMAIL", BoxOffice.ADMIN_EMAIL, "PASSWORD", BoxOffice.ADMIN_PASSWORD));
      Load beside = sale.sell();
      double logIns = others.ended().count("logged_in") / (double) stage.size().seconds;
      sale.row("beside log-ins", beside, logIns);
      table.target("bookings keep half their rate", beside.rate() / alone.rate(), 0.5);
      double times = beside.p99() / alone.p99();
      table.target("p99 three times as long at most", "%.1f times".formatted(times), times <= 3);
      stage.report().memory(table, program);
    }
  }

  /** At the doors of another event tickets are scanned. */
  static void checkIns(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "check-ins",
                "Beside the doors of another event",
                "16 clients buy, alone and while 100 tickets of another event are scanned a"
                    + " second.");
    try (Program program = stage.program(Engine.SQLITE)) {
      BesideASale sale = new BesideASale(stage, program, table);
      sale.alone();
      K6.Running scans = sale.others("check-ins", Map.of());
      Load beside = sale.sell();
      Load scanned = scans.ended();
      sale.row("beside scans", beside, scanned.count("scan") / (double) stage.size().seconds);
      double p99 = scanned.p99("scan");
      table.target("p99 of a scan: 50 ms", "%.1f ms".formatted(p99), p99 < 50);
      stage.report().memory(table, program);
    }
  }

  /** An admin reads all bookings of a large event, one time after the other. */
  static void export(Stage stage) throws IOException, InterruptedException {
    int rows = stage.size().exported;
    Table table =
        stage
            .report()
            .table(
                "export",
                "Beside an export",
                "16 clients buy, alone and while an admin reads all %,d bookings of another event."
                    .formatted(rows));
    Path data = stage.newFolder();
    String large = SoldBefore.in(data, rows);
    try (Program program = Program.start(data, Map.of())) {
      BesideASale sale = new BesideASale(stage, program, table);
      sale.alone();
      long began = System.nanoTime();
      String event = program.event(PLACES);
      K6.Running buyers = sale.start("hot-event", BUYERS, Map.of("EVENT", event));
      int exports = 0;
      do {
        program.audit(large, rows, rows);
        exports++;
      } while (buyers.isAlive());
      double seconds = (System.nanoTime() - began) / 1e9;
      Load beside = buyers.ended();
      program.audit(event, beside.requests(), beside.requests());
      sale.row("beside exports (rows)", beside, exports * rows / seconds);
      stage.report().memory(table, program);
    }
  }

  /** Warms the program up before. */
  private Load alone() throws IOException, InterruptedException {
    sell();
    Load alone = sell();
    row("alone", alone, 0);
    return alone;
  }

  private Load sell() throws IOException, InterruptedException {
    String event = program.event(PLACES);
    Load load = stage.hotEvent(program, BUYERS, event);
    program.audit(event, load.requests(), load.requests());
    return load;
  }

  private K6.Running others(String script, Map<String, Object> settings) throws IOException {
    return start(script, OTHERS, settings);
  }

  private K6.Running start(String script, int clients, Map<String, Object> settings)
      throws IOException {
    return stage.k6().start(script, program.address(), clients, stage.size().seconds, settings);
  }

  private void row(String name, Load sale, double others) {
    table
        .row()
        .with("sale", name)
        .with("bookings/s", sale.rate())
        .with("p50 ms", sale.p50())
        .with("p99 ms", sale.p99())
        .with("others/s", others)
        .end();
    table.plot(name, sale.seconds());
  }
}
