package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How long bookings take while others log in: 4 buyers book one after the other, alone and beside
 * connections that log in one after the other, with hashes of the default cost. A number as its
 * argument divides how many bookings are made.
 */
public final class LogInBenchmark {
  private static final int BUYERS = 4;
  private static final int BOOKINGS_EACH = 250;
  private static final int[] LOG_INS_AT_ONCE = {0, 2, 64, 0};

  private LogInBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int divisor = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("BCRYPT_ROUNDS", "10");
    Path data = Files.createTempDirectory("lastseat-bench");
    Process process = Programs.spawn(data, settings);
    try {
      URI address = Programs.address(process);
      try (BoxOffice office = new BoxOffice(address)) {
        List<Caller> buyers = office.customers(BUYERS);
        String event = office.event(1_000_000, 1_000);
        for (int atOnce : LOG_INS_AT_ONCE) {
          measure(office, buyers, event, BOOKINGS_EACH / divisor, atOnce);
        }
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void measure(
      BoxOffice office, List<Caller> buyers, String event, int each, int atOnce) {
    AtomicBoolean selling = new AtomicBoolean(true);
    AtomicInteger logIns = new AtomicInteger();
    AtomicInteger turnedAway = new AtomicInteger();
    List<Thread> others =
        IntStream.range(0, atOnce)
            .mapToObj(
                _ ->
                    Thread.startVirtualThread(
                        () -> {
                          while (selling.get()) {
                            (logIn(office).status() == 200 ? logIns : turnedAway).incrementAndGet();
                          }
                        }))
            .toList();
    long began = System.nanoTime();
    List<Long> took =
        Storm.of(BUYERS, i -> book(office, buyers.get(i), event, each)).stream()
            .flatMap(List::stream)
            .sorted()
            .toList();
    double seconds = (System.nanoTime() - began) / 1e9;
    selling.set(false);
    others.forEach(LogInBenchmark::join);
    System.out.printf(
        "%d bookings beside %d connections that log in (%.1f/s, %d turned away): p50 %.1f ms,"
            + " p99 %.1f ms, longest %.1f ms%n",
        took.size(),
        atOnce,
        logIns.get() / seconds,
        turnedAway.get(),
        took.get(took.size() / 2) / 1e6,
        took.get(took.size() * 99 / 100) / 1e6,
        took.getLast() / 1e6);
  }

  private static List<Long> book(BoxOffice office, Caller buyer, String event, int times) {
    return IntStream.range(0, times)
        .mapToObj(
            _ -> {
              long began = System.nanoTime();
              Answer answer = office.book(buyer, event, 1);
              if (answer.status() != 201) {
                throw new IllegalStateException("not booked: " + answer.body());
              }
              return System.nanoTime() - began;
            })
        .toList();
  }

  private static Answer logIn(BoxOffice office) {
    return office.api.post(
        "/auth/login",
        Caller.NOBODY,
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(BoxOffice.ADMIN_EMAIL, BoxOffice.ADMIN_PASSWORD));
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
