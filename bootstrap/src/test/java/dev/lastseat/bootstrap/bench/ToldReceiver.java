package dev.lastseat.bootstrap.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How many messages a second a webhook gets: a receiver in this process, which answers at once, is
 * told of a sale, and what is left when that is over is timed.
 */
final class ToldReceiver {
  private static final int CLIENTS = 64;
  private static final int PATIENCE_SECONDS = 60;
  private static final int WANTED = 1_000;

  /** The ids of messages, as they come. */
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private ToldReceiver() {}

  static void run(Stage stage) throws IOException, InterruptedException {
    Table table =
        stage
            .report()
            .table(
                "webhooks",
                "Messages to a webhook",
                "64 clients buy, and one receiver on this machine is told of each booking. The rate"
                    + " is that of the messages that were left when the sale was over.");
    for (Engine engine : Engine.here()) {
      Map<String, String> settings = new HashMap<>(engine.settings());
      settings.put("WEBHOOKS_ALLOW_HTTP", "on");
      settings.put("WEBHOOKS_ALLOW_PRIVATE", "on");
      try (Program program = Program.start(stage.newFolder(), settings)) {
        new ToldReceiver().measure(stage, program, engine, table);
        stage.report().memory(table, program);
      }
    }
  }

  private void measure(Stage stage, Program program, Engine engine, Table table)
      throws IOException, InterruptedException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      receiver.setExecutor(threads);
      receiver.start();
      program.tell(URI.create("http://127.0.0.1:%d/".formatted(receiver.getAddress().getPort())));
      String event = program.event(1_000_000);
      Load sale = stage.hotEvent(program, CLIENTS, event);
      Set<String> known = new HashSet<>();
      told.drainTo(known);
      row(table, engine, sale, known.size(), rest(known, 1 + sale.requests()));
    } finally {
      receiver.stop(0);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
      told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
    }
  }

  /** Until all have come; answers in how many seconds. */
  private double rest(Set<String> known, long all) throws InterruptedException {
    long began = System.nanoTime();
    while (known.size() < all) {
      String next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new WrongResult(
            "a webhook was told of %d bookings of %d".formatted(known.size() - 1, all - 1));
      }
      known.add(next);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void row(Table table, Engine engine, Load sale, int meanwhile, double seconds) {
    long left = 1 + sale.requests() - meanwhile;
    double rate = left / seconds;
    table
        .row()
        .with("store", engine.title)
        .with("bookings", sale.requests())
        .with("told meanwhile", meanwhile)
        .with("left", left)
        .with("messages/s", rate)
        .end();
    table.target(engine.title + ": 1,000 messages/s", "%.0f/s".formatted(rate), rate >= WANTED);
  }
}
