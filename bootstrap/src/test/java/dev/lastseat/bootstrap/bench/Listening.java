package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.Report.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thousands listen to the availability of one event on one instance, on SQLite: what each of them
 * takes, and how soon all know of a sale. They are in this process, a socket and a virtual thread
 * each.
 */
final class Listening implements AutoCloseable {
  private static final int PLACES = 1_000_000;
  private static final int PATIENCE_SECONDS = 60;
  private static final int WANTED_MILLIS = 2_000;
  private static final Pattern LEFT = Pattern.compile("^data:.*\"availableTickets\":(\\d+)");

  private final Program program;
  private final String event;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private int sold;

  private Listening(Program program) {
    this.program = program;
    this.event = program.event(PLACES);
  }

  /** A listener was told how many are left. */
  private record Heard(int left, long at) {}

  static void run(Stage stage) throws IOException, InterruptedException {
    int listeners = stage.size() == Size.SMALL ? 300 : 5_000;
    Table table =
        stage
            .report()
            .table(
                "listeners",
                "Listeners of one event",
                "So many clients listen to the availability of an event on one instance, and"
                    + " single tickets of it are sold, each when all have been told of the one"
                    + " before. Times are from the answer to the buyer to the message.");
    Map<String, String> settings =
        Map.of(
            "MAX_CONNECTIONS", "20000",
            "MAX_LISTENERS", "10000",
            "MAX_LISTENERS_PER_SENDER", "10000");
    try (Program program = Program.start(stage.newFolder(), settings);
        Listening listening = new Listening(program)) {
      listening.measure(table, listeners, 3 * stage.size().turns);
    }
  }

  /** The first tenth, and a sale, warm up what all share. */
  private void measure(Table table, int listeners, int sales)
      throws IOException, InterruptedException {
    int first = listeners / 10;
    listen(first);
    sell(first);
    long before = program.residentKilobytes();
    listen(listeners - first);
    double each = (program.residentKilobytes() - before) / (double) (listeners - first);
    double[] millis = new double[sales * listeners];
    for (int sale = 0; sale < sales; sale++) {
      System.arraycopy(sell(listeners), 0, millis, sale * listeners, listeners);
    }
    Arrays.sort(millis);
    double p99 = millis[millis.length * 99 / 100];
    table
        .row()
        .with("listeners", listeners)
        .with("kB each", each)
        .with("sales", sales)
        .with("p50 ms", millis[millis.length / 2])
        .with("p99 ms", p99)
        .with("max ms", millis[millis.length - 1])
        .end();
    table.target(
        "all know of a sale within 2 s (p99)", "%.0f ms".formatted(p99), p99 <= WANTED_MILLIS);
  }

  /** Until each has got its first message. */
  private void listen(int more) throws InterruptedException {
    for (int i = 0; i < more; i++) {
      threads.execute(this::hear);
    }
    heard(more, PLACES - sold);
  }

  /** Answers after how many milliseconds each was told. */
  private double[] sell(int listeners) throws InterruptedException {
    program.sell(event);
    long answered = System.nanoTime();
    sold++;
    return heard(listeners, PLACES - sold).stream()
        .mapToDouble(it -> Math.max(0, it.at() - answered) / 1e6)
        .toArray();
  }

  private List<Heard> heard(int listeners, int left) throws InterruptedException {
    List<Heard> all = new ArrayList<>();
    while (all.size() < listeners) {
      Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new WrongResult(
            "%d of %d listeners were told of %d places".formatted(all.size(), listeners, left));
      }
      if (next.left() == left) {
        all.add(next);
      }
    }
    return all;
  }

  private void hear() {
    URI address = program.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      sockets.add(socket);
      String request =
          "GET /api/v1/events/%s/availability HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
              .formatted(event, address.getHost());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStreamReader answer =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      BufferedReader lines = new BufferedReader(answer, 512);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher told = LEFT.matcher(line);
        if (told.find()) {
          heard.add(new Heard(Integer.parseInt(told.group(1)), System.nanoTime()));
        }
      }
    } catch (IOException failed) {
      if (!threads.isShutdown()) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdown();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.close();
  }
}
