package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.e2e.Fleet;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.embedded.bench.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hunts races: crowds with a seed, round after round, on real instances of which one is killed each
 * time; and looks at all that the clients saw for what must not be, and whether the embedded store
 * is what its facts tell. Three instances on MongoDB and Redis where their URIs are set, one on the
 * embedded store otherwise.
 */
public final class Hunt {
  static final Duration HOLD_TTL = Duration.ofSeconds(1);
  static final Duration AVAILABILITY_TTL = Duration.ofMillis(500);
  static final int MAX_PER_USER = 8;

  /** Under which much happens within seconds. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "HOLD_TTL",
          HOLD_TTL.toSeconds() + "s",
          "AVAILABILITY_TTL",
          AVAILABILITY_TTL.toMillis() + "ms");

  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int SHOWN = 3;

  private Hunt() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Long> options = options(arguments);
    long seed = options.getOrDefault("--seed", System.nanoTime());
    long rounds = Math.max(1, options.getOrDefault("--seconds", 60L) / ROUND.toSeconds());
    for (long round = 0; round < rounds; round++) {
      long its = seed + round;
      History history = Folders.with(folder -> round(its, folder));
      System.out.printf("seed %d: %s%n", its, history.summary());
      report(its, history, Check.all(history));
    }
    System.out.println("nothing found");
  }

  private static Map<String, Long> options(String[] arguments) {
    Map<String, Long> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!List.of("--seconds", "--seed").contains(arguments[i])
          || i + 1 == arguments.length
          || !arguments[i + 1].matches("\\d{1,18}")) {
        System.err.println(
            "usage: hunt [--seconds N] [--seed S], not " + String.join(" ", arguments));
        System.exit(2);
      }
      options.put(arguments[i], Long.valueOf(arguments[i + 1]));
    }
    return options;
  }

  private static History round(long seed, Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    boolean isShared = System.getenv("MONGODB_URI") != null && System.getenv("REDIS_URL") != null;
    if (isShared) {
      settings.putAll(SharedEngines.settings());
    }
    try (Fleet fleet = new Fleet(isShared ? 3 : 1, settings, folder)) {
      History history = new Round(servers(fleet), seed, ROUND).run();
      if (!isShared) {
        fleet.verify(); // on MongoDB, facts of events that were just changed come later (ADR 30)
      }
      return history;
    }
  }

  private static Round.Servers servers(Fleet fleet) {
    return new Round.Servers() {
      @Override
      public List<URI> addresses() {
        return fleet.addresses();
      }

      @Override
      public void kill() {
        fleet.killOne();
      }

      @Override
      public void replace() throws InterruptedException {
        fleet.replaceOne();
      }
    };
  }

  /** The few exchanges that show each fault; all of them go to a file. */
  private static void report(long seed, History history, List<Violation> found) throws IOException {
    if (found.isEmpty()) {
      return;
    }
    Path file = Path.of("hunt-" + seed + ".txt");
    Files.write(file, history.exchanges().stream().map(Exchange::toString).toList());
    found.stream().limit(SHOWN).forEach(System.err::println);
    System.err.printf(
        "%d faults; all exchanges are in %s; again: ./lastseat hunt --seconds %d --seed %d%n",
        found.size(), file, ROUND.toSeconds(), seed);
    System.exit(1);
  }
}
