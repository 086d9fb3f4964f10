package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether the times of answers tell known addresses from unknown ones: 1,000 of each, shuffled, one
 * after the other, so that what one leaves to be done holds up both kinds alike; and each address
 * once, for a mail that was just asked for is not asked for anew. All addresses are as long.
 * Passwords are hashed with 4 rounds, the fewest there are, so that their noise hides less.
 */
final class AccountTimes {
  private static final String PASSWORD = "correct horse";

  /** What addresses begin with that have an account; the others with that of what is tried. */
  private static final char KNOWN = 'k';

  /** Of a difference at the level of 1 % (two-sided). */
  private static final double SUSPICIOUS = 2.576;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(7);
  private final URI address;

  private AccountTimes(URI address) {
    this.address = address;
  }

  static void run(Stage stage) throws IOException, InterruptedException {
    int tries = stage.size() == Size.SMALL ? 100 : 1_000;
    Table table =
        stage
            .report()
            .table(
                "account-times",
                "Times of known and unknown addresses",
                "z: of the Mann-Whitney test, which answers whether one kind takes longer than the"
                    + " other; within 2.58 at the level of 1 %. D: the Kolmogorov-Smirnov distance"
                    + " of the two distributions, beside the one of that level.");
    for (Engine engine : Engine.here()) {
      Map<String, String> settings = new HashMap<>(engine.settings());
      settings.put("BCRYPT_ROUNDS", "4");
      try (Program program = Program.start(stage.newFolder(), settings)) {
        AccountTimes times = new AccountTimes(program.address());
        for (int i = 0; i < tries + tries / 10; i++) {
          times.post("/auth/register", account(user(KNOWN, i)));
        }
        times.compare(table, engine, "log-in", "/auth/login", tries, AccountTimes::guess);
        times.compare(table, engine, "register", "/auth/register", tries, AccountTimes::account);
        times.compare(table, engine, "forgot", "/auth/forgot-password", tries, AccountTimes::mail);
      }
    }
  }

  private interface Body {
    String of(String user);
  }

  private static String guess(String user) {
    return "{\"email\":\"%s@example.com\",\"password\":\"a guess\"}".formatted(user);
  }

  private static String account(String user) {
    return "{\"email\":\"%s@example.com\",\"password\":\"%s\",\"name\":\"A\"}"
        .formatted(user, PASSWORD);
  }

  private static String mail(String user) {
    return "{\"email\":\"%s@example.com\"}".formatted(user);
  }

  private void compare(Table table, Engine engine, String what, String path, int tries, Body body)
      throws IOException, InterruptedException {
    time(path, body, what, tries, tries / 10);
    double[][] times = time(path, body, what, 0, tries);
    double[] ofKnown = times[0];
    double[] ofUnknown = times[1];
    double z = mannWhitney(ofKnown, ofUnknown);
    double distance = kolmogorovSmirnov(ofKnown, ofUnknown);
    double critical = 1.628 * Math.sqrt(2.0 / tries);
    table
        .row()
        .with("store", engine.title)
        .with("what", what)
        .with("tries of each", tries)
        .with("known p50 ms", ofKnown[tries / 2])
        .with("unknown p50 ms", ofUnknown[tries / 2])
        .with("z", z)
        .with("D", distance)
        .with("D at 1 %", critical)
        .end();
    table.target(
        engine.title + ", " + what + ": no difference at the level of 1 %",
        "z %.2f, D %.3f".formatted(z, distance),
        Math.abs(z) < SUSPICIOUS && distance < critical);
  }

  /** The sorted times of so many known addresses and of as many unknown ones. */
  private double[][] time(String path, Body body, String what, int first, int tries)
      throws IOException, InterruptedException {
    double[][] times = new double[2][tries];
    List<Integer> order =
        IntStream.range(0, 2 * tries).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, random);
    for (int each : order) {
      int kind = each % 2;
      char letter = kind == 0 ? KNOWN : what.charAt(0);
      times[kind][each / 2] = post(path, body.of(user(letter, first + each / 2)));
    }
    Arrays.stream(times).forEach(Arrays::sort);
    return times;
  }

  private static String user(char letter, int number) {
    return "%c%05d".formatted(letter, number);
  }

  /** How many milliseconds the answer took. */
  private double post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    long began = System.nanoTime();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    double millis = (System.nanoTime() - began) / 1e6;
    if (status >= 400 && status != 401) {
      throw new IOException(path + " was answered by " + status + ", which says nothing of it");
    }
    return millis;
  }

  /** The standard score of U, which is about normal for so many; both are sorted. */
  static double mannWhitney(double[] one, double[] other) {
    double wins = 0;
    for (double x : one) {
      int at = Arrays.binarySearch(other, x);
      wins += at < 0 ? -at - 1 : at + 0.5;
    }
    double all = (double) one.length * other.length;
    return (wins - all / 2) / Math.sqrt(all * (one.length + other.length + 1) / 12);
  }

  /** The greatest distance of the two distribution functions; both are sorted. */
  static double kolmogorovSmirnov(double[] one, double[] other) {
    double distance = 0;
    int j = 0;
    for (int i = 0; i < one.length; i++) {
      while (j < other.length && other[j] <= one[i]) {
        j++;
      }
      double above = (i + 1.0) / one.length - (double) j / other.length;
      double below = (double) j / other.length - (double) i / one.length;
      distance = Math.max(distance, Math.max(above, below));
    }
    return distance;
  }
}
