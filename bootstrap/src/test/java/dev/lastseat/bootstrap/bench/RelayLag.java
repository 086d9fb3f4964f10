package dev.lastseat.bootstrap.bench;

import dev.lastseat.application.port.Observer;
import dev.lastseat.bootstrap.bench.Report.Table;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.mongo.MongoAdapters;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How old the oldest fact is that has not been brought into the log yet, while all buy. */
final class RelayLag {
  private static final int CLIENTS = 64;
  private static final int EVERY_MILLIS = 50;
  private static final int WANTED_MILLIS = 1_000;

  private RelayLag() {}

  /** On MongoDB; on SQLite a fact is in the log at once. */
  static void run(Stage stage) throws IOException, InterruptedException {
    if (!Engine.here().contains(Engine.MONGODB)) {
      return;
    }
    Table table =
        stage
            .report()
            .table(
                "relay-lag",
                "Facts on their way into the log",
                "64 clients buy on MongoDB; every 50 ms the oldest fact is looked for that is not"
                    + " in the log yet.");
    Map<String, String> settings = new HashMap<>(Program.SETTINGS);
    settings.putAll(Engine.MONGODB.settings());
    try (Program program = Program.start(stage.newFolder(), settings);
        MongoAdapters mongo = open(Settings.from(settings).servers())) {
      String event = program.event(1_000_000);
      stage.hotEvent(program, CLIENTS, event);
      ConcurrentLinkedQueue<Long> ages = new ConcurrentLinkedQueue<>();
      long bookings;
      try (var clock = Executors.newSingleThreadScheduledExecutor()) {
        clock.scheduleAtFixedRate(
            () -> ages.add(ageOfOldest(mongo)), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        bookings = stage.hotEvent(program, CLIENTS, event).requests();
      }
      row(table, bookings, ages.stream().sorted().toList());
    }
  }

  private static MongoAdapters open(Settings.Servers servers) {
    return MongoAdapters.open(
        servers.mongodbUri().orElseThrow(),
        servers.pool(),
        servers.lists(),
        Clock.systemUTC(),
        new SecureRandom(),
        Observer.NOBODY);
  }

  private static long ageOfOldest(MongoAdapters mongo) {
    return mongo
        .underway()
        .oldest()
        .get()
        .map(since -> Duration.between(since, Clock.systemUTC().instant()).toMillis())
        .orElse(0L);
  }

  private static void row(Table table, long bookings, List<Long> ages) {
    long p99 = ages.get(ages.size() * 99 / 100);
    table
        .row()
        .with("bookings", bookings)
        .with("looks", ages.size())
        .with("p50 ms", ages.get(ages.size() / 2))
        .with("p99 ms", p99)
        .with("max ms", ages.getLast())
        .end();
    table.target("p99 of the lag is 1 s", p99 + " ms", p99 <= WANTED_MILLIS);
  }
}
