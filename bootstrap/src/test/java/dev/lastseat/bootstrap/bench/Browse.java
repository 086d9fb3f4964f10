package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Reading events without a token, beside a bare route that answers a few bytes. */
final class Browse {
  private static final int CLIENTS = 64;
  private static final int EVENTS = 200;

  private final Stage stage;
  private final Table table;

  private Browse(Stage stage) {
    this.stage = stage;
    this.table =
        stage
            .report()
            .table(
                "browse",
                "Browse",
                "64 clients read, 200 events on sale. "
                    + (stage.wrk().isPresent()
                        ? "Rates by wrk, for k6 would be the limit; times by k6."
                        : "Rates by k6, which is the limit itself: with wrk installed there are"
                            + " rates of the servers."));
  }

  static void run(Stage stage) throws IOException, InterruptedException {
    new Browse(stage).run();
  }

  private void run() throws IOException, InterruptedException {
    try (Program program = stage.program(Engine.SQLITE);
        Stage.Bare bare = stage.bare(Engine.SQLITE)) {
      String event = program.event(1_000);
      for (int i = 1; i < EVENTS; i++) {
        program.event(1_000);
      }
      warm(bare.address(), program.address(), event);
      double limit = rate(bare.address(), Route.EVENT, event);
      table.target(
          "an event: half of a bare GET", read(program.address(), Route.EVENT, event, limit), 0.5);
      table.target(
          "a list of 20: 17 % of a bare GET (8,000/s where that does 47,000/s)",
          read(program.address(), Route.LIST, event, limit), 0.17);
      read(program.address(), Route.SEARCH, event, limit);
      read(program.address(), Route.AVAILABILITY, event, limit);
      stage.report().memory(table, program);
    }
  }

  /** As {@code load/browse.js} has them. */
  private enum Route {
    EVENT("/events/%s"),
    LIST("/events?limit=20"),
    SEARCH("/events?limit=20&search=night"),
    AVAILABILITY("/events/%s/availability");

    private final String path;

    Route(String path) {
      this.path = path;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Both compile their code before anything is measured, or whoever comes first looks slow. */
  private void warm(URI bare, URI program, String event) throws IOException, InterruptedException {
    rate(bare, Route.EVENT, event);
    for (Route route : Route.values()) {
      rate(program, route, event);
    }
  }

  /** Answers the share of the limit. */
  private double read(URI server, Route route, String event, double limit)
      throws IOException, InterruptedException {
    double rate = rate(server, route, event);
    Load load = load(server, route, event);
    table
        .row()
        .with("route", route.word())
        .with("answers/s", rate)
        .with("bare GET/s", limit)
        .with("share %", 100 * rate / limit)
        .with("p50 ms (k6)", load.p50())
        .with("p99 ms (k6)", load.p99())
        .end();
    table.plot(route.word() + " (k6)", load.seconds());
    return rate / limit;
  }

  private double rate(URI server, Route route, String event)
      throws IOException, InterruptedException {
    if (stage.wrk().isEmpty()) {
      return load(server, route, event).rate();
    }
    URI uri = server.resolve("/api/v1" + route.path.formatted(event));
    return stage.wrk().get().get(uri, CLIENTS, stage.size().seconds);
  }

  private Load load(URI server, Route route, String event)
      throws IOException, InterruptedException {
    return stage
        .k6()
        .run(
            "browse",
            server,
            CLIENTS,
            stage.size().seconds,
            Map.of("ROUTE", route.word(), "EVENT", event));
  }
}
