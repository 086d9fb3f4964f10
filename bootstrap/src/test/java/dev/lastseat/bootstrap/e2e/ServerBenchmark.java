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
import java.util.stream.IntStream;

/**
 * How long {@code ./lastseat serve} takes from its start to the first answered request, on an empty
 * store and on the same one again, and what it holds in memory after a storm over HTTP. Run from
 * the root of the project; needs {@code ps}. A number as its argument divides how many bookings are
 * made.
 */
public final class ServerBenchmark {
  private static final int CLIENTS = 64;
  private static final int BOOKINGS_EACH = 300;
  private static final int STARTS = 5;

  private ServerBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int divisor = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    Path data = Files.createTempDirectory("lastseat-bench");
    serve(data, _ -> {});
    for (int start = 1; start <= STARTS; start++) {
      System.out.printf(
          "start %d: first answer after %d ms%n", start, serve(data, _ -> {}).toMillis());
    }
    serve(data, server -> storm(server, BOOKINGS_EACH / divisor));
  }

  /** What is done with a server that answers. */
  private interface Deed {
    void with(Running server) throws IOException, InterruptedException;
  }

  private record Running(Process process, URI address) {
    long residentMegabytes() throws IOException {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      try (var output = ps.inputReader()) {
        return Long.parseLong(output.readLine().strip()) / 1024;
      }
    }
  }

  /** Answers how long it took until the first answer. */
  private static Duration serve(Path data, Deed deed) throws IOException, InterruptedException {
    ProcessBuilder launcher = new ProcessBuilder("./lastseat", "serve");
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    long began = System.nanoTime();
    Process process = Programs.start(launcher, settings);
    try {
      URI address = Programs.address(process);
      try (Api api = new Api(address)) {
        Answer answer = api.get("/events", Caller.NOBODY);
        if (answer.status() != 200) {
          throw new IllegalStateException(answer.body().toString());
        }
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - began);
      deed.with(new Running(process, address));
      return taken;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void storm(Running server, int each) throws IOException {
    long before = server.residentMegabytes();
    try (BoxOffice office = new BoxOffice(server.address())) {
      List<Caller> customers = office.customers(CLIENTS);
      String event = office.event(CLIENTS * each, each);
      long began = System.nanoTime();
      Storm.of(CLIENTS, i -> book(office, customers.get(i), event, each));
      double seconds = Duration.ofNanos(System.nanoTime() - began).toNanos() / 1e9;
      System.out.printf(
          "%d bookings over HTTP by %d clients: %.0f/s; resident memory %d MB before, %d MB"
              + " after%n",
          CLIENTS * each, CLIENTS, CLIENTS * each / seconds, before, server.residentMegabytes());
    }
  }

  private static boolean book(BoxOffice office, Caller customer, String event, int times) {
    return IntStream.range(0, times)
        .allMatch(
            _ -> {
              Answer answer = office.book(customer, event, 1);
              if (answer.status() != 201) {
                throw new IllegalStateException("not booked: " + answer.body());
              }
              return true;
            });
  }
}
