package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.e2e.Fleet;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.embedded.bench.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hunts races: crowds with a seed, round after round, on real instances of which one is frozen and
 * one is killed each time; and looks at all that the clients saw for what must not be, and whether
 * the store is what its facts tell. Three instances on MongoDB and Redis where their URIs are set,
 * one on the embedded store otherwise.
 */
public final class Hunt {
  static final Duration HOLD_TTL = Duration.ofSeconds(1);
  static final Duration AVAILABILITY_TTL = Duration.ofMillis(500);

  /** For how long an instance stands still. */
  static final Duration FROZEN = Duration.ofSeconds(1);

  static final int MAX_PER_USER = 8;

  /** What the provider of payments signs its events with. */
  static final String PAYMENT_SECRET = "whsec_aGFsZiBvZiB3aGF0IGlzIGh1bnRlZCBpcyBtb25leQ==";

  /** Under which much happens within seconds. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "HOLD_TTL",
          HOLD_TTL.toSeconds() + "s",
          "EXPIRED_HOLDS",
          "0",
          "AVAILABILITY_TTL",
          AVAILABILITY_TTL.toMillis() + "ms",
          "PAYMENT_SECRETS",
          "hunt=" + PAYMENT_SECRET);

  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int SHOWN = 3;
  private static final int MAX_RERUNS = 200;
  private static final Duration MAX_SHRINKING = Duration.ofMinutes(3);

  private Hunt() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Long> options = options(arguments);
    long seed = options.getOrDefault("--seed", System.nanoTime());
    long rounds = Math.max(1, options.getOrDefault("--seconds", 60L) / ROUND.toSeconds());
    for (long round = 0; round < rounds; round++) {
      long its = seed + round;
      if (!Folders.with(folder -> isFine(its, folder))) {
        System.exit(1);
      }
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

  private static boolean isFine(long seed, Path folder) throws Exception {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    boolean isShared = System.getenv("MONGODB_URI") != null && System.getenv("REDIS_URL") != null;
    if (isShared) {
      settings.putAll(SharedEngines.settings());
    }
    try (Fleet fleet = new Fleet(isShared ? 3 : 1, settings, folder)) {
      Round.Played played = new Round(servers(fleet), seed, ROUND).play();
      System.out.printf("seed %d: %s%n", seed, played.history().summary());
      List<Violation> found = Check.all(played.history());
      if (found.isEmpty()) {
        fleet.verify();
      }
      if (!found.isEmpty()) {
        report(seed, played, found);
        shrink(servers(fleet), seed, played);
      }
      return found.isEmpty();
    }
  }

  static Servers servers(Fleet fleet) {
    return new Servers() {
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

      @Override
      public void freeze() throws InterruptedException {
        fleet.freezeOne();
      }

      @Override
      public void thaw() throws InterruptedException {
        fleet.thawOne();
      }
    };
  }

  /** The few exchanges that show each fault; all of them go to a file. */
  private static void report(long seed, Round.Played played, List<Violation> found)
      throws IOException {
    Path file = Path.of("hunt-" + seed + ".txt");
    Files.write(file, played.history().exchanges().stream().map(Exchange::toString).toList());
    found.stream().limit(SHOWN).forEach(System.err::println);
    System.err.printf(
        "%d faults; all exchanges are in %s; again: ./lastseat hunt --seconds %d --seed %d%n",
        found.size(), file, ROUND.toSeconds(), seed);
  }

  /** Plays less and less of it, and shows the shortest that fails. */
  private static void shrink(Servers servers, long seed, Round.Played played) throws Exception {
    System.err.println("looking for a shorter history");
    Shrinking shrinking =
        new Shrinking(
            script -> failed(new Round(servers, seed, ROUND).play(script)),
            MAX_RERUNS,
            MAX_SHRINKING,
            Clock.systemUTC());
    Optional<Shrinking.Failed> shortest = shrinking.shortest(played.script());
    String told =
        shortest
            .map(failed -> "the shortest that failed:\n" + failed)
            .orElse("it did not fail again");
    System.err.printf("after %d reruns: %s%n", shrinking.runs(), told);
  }

  static Optional<Shrinking.Failed> failed(Round.Played played) {
    List<Violation> found = Check.all(played.history());
    return found.isEmpty() ? Optional.empty() : Optional.of(new Shrinking.Failed(played, found));
  }
}
