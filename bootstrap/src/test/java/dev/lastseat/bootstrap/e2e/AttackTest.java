package dev.lastseat.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one anonymous client can do to the program, in small: its heap is small, too, and it goes by
 * two processors, however many this machine has. Tickets are sold meanwhile and afterwards.
 */
class AttackTest {
  private static final String BUNDLE = "/docs/ui/swagger-ui-bundle.js";

  @TempDir Path data;
  private final ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = new ArrayList<>();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private Process program;
  private BoxOffice office;

  @Test
  void an_upgrade_to_websocket_leaves_no_session_behind_and_is_counted() throws Exception {
    open(Map.of("RATE_LIMIT_REQUESTS", "100"));
    String answers = exchange(get("/api/v1/events", "Sec-WebSocket-Version: 13"), 300);
    assertThat(answers).doesNotContainIgnoringCase("set-cookie");
    assertThat(answers).contains("HTTP/1.1 200", "HTTP/1.1 429").doesNotContain("HTTP/1.1 404");
    assertSells(1);
  }

  @Test
  void readers_of_the_documents_who_never_read_hold_no_copy_each() throws Exception {
    open(Map.of());
    for (int i = 0; i < 60; i++) {
      Socket slow = connect();
      // The kernel takes the first ones over; the server is left with the next.
      slow.getOutputStream().write(get(BUNDLE).repeat(5).getBytes(US_ASCII));
    }
    assertSells(20);
    closeSockets();
    assertSells(20);
  }

  @Test
  void documents_are_compressed_for_many_at_once_while_tickets_are_sold() throws Exception {
    open(Map.of());
    List<CompletableFuture<String>> downloads =
        IntStream.range(0, 90)
            .mapToObj(_ -> inBackground(() -> exchange(get(BUNDLE, "Accept-Encoding: gzip"), 1)))
            .toList();
    assertSells(20);
    assertThat(downloads)
        .allSatisfy(download -> assertThat(download.join()).contains("Content-Encoding: gzip"));
  }

  @Test
  void long_texts_in_the_place_of_addresses_are_not_kept() throws Exception {
    open(Map.of("TRUSTED_PROXIES", "1"));
    List<CompletableFuture<String>> floods =
        IntStream.range(0, 4).mapToObj(sender -> inBackground(() -> flood(sender))).toList();
    floods.forEach(CompletableFuture::join);
    assertSells(20);
  }

  private String flood(int sender) throws IOException {
    for (int i = 0; i < 60; i++) {
      StringBuilder requests = new StringBuilder();
      for (int j = 0; j < 50; j++) {
        String name = "%d-%d-%d-".formatted(sender, i, j);
        requests.append(get("/api/v1/nothing", "X-Forwarded-For: " + name + "x".repeat(7_000)));
      }
      exchange(requests.toString(), 1);
    }
    return "done";
  }

  @Test
  @Timeout(120)
  void what_is_said_in_the_place_of_a_host_is_not_repeated_in_the_log() throws Exception {
    open(Map.of("LOG_LEVEL", "info"));
    for (String host :
        List.of("evil@host", "evil:99999", "evil host", "[evil", "a\r\nHost: evil")) {
      String answer = exchange("GET /evil HTTP/1.1\r\nHost: " + host + "\r\n\r\n", 1);
      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    exchange(get("/api/v1/events", "X-Request-Id: the-last-one"), 1);

    String line = log.take();
    while (!line.contains("the-last-one")) {
      assertThat(line).doesNotContain("evil");
      line = log.take();
    }
  }

  /** Log-ins are many and hashes slow; whoever buys gets a turn before they are through. */
  @Test
  void a_rush_of_log_ins_leaves_buyers_their_share() throws Exception {
    open(Map.of("BCRYPT_ROUNDS", "12"));
    List<CompletableFuture<Integer>> logIns =
        IntStream.range(0, 48).mapToObj(_ -> inBackground(this::logInWrongly)).toList();
    CompletableFuture<Void> all = CompletableFuture.allOf(logIns.toArray(CompletableFuture[]::new));
    assertSells(20);
    assertThat(all).as("log-ins that still wait").isNotDone();
    all.join();
    assertThat(logIns).allSatisfy(status -> assertThat(status.join()).isIn(401, 503));
  }

  private int logInWrongly() {
    return office
        .api
        .post(
            "/auth/login",
            Caller.NOBODY,
            """
            {"email":"admin@example.com","password":"not the admin's"}\
            """)
        .status();
  }

  private void open(Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(more);
    settings.put("JAVA_OPTS", "-Xmx64m -XX:ActiveProcessorCount=2");
    program = Programs.spawn(data, settings);
    office = new BoxOffice(Programs.address(program, log::add));
  }

  private void assertSells(int bookings) {
    String event = office.event(bookings, bookings);
    for (int i = 0; i < bookings; i++) {
      Answer answer = office.book(office.admin, event, 1);
      assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }
  }

  private <T> CompletableFuture<T> inBackground(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    attackers.submit(
        () -> {
          try {
            return result.complete(work.call());
          } catch (Exception | Error failed) {
            return result.completeExceptionally(failed);
          }
        });
    return result;
  }

  private static String get(String path, String... headers) {
    String lines = String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList());
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
  }

  /** Sends the requests so many times over one connection, and reads until the server closes it. */
  private String exchange(String requests, int times) throws IOException {
    try (Socket socket = connect()) {
      String last =
          "GET /api/v1/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((requests.repeat(times) + last).getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private Socket connect() throws IOException {
    URI uri = office.api.uri();
    Socket socket = new Socket();
    socket.setSoTimeout(60_000);
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", uri.getPort()));
    sockets.add(socket);
    return socket;
  }

  private void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @AfterEach
  void close() throws Exception {
    closeSockets();
    attackers.shutdownNow();
    if (office != null) {
      office.close();
    }
    program.destroyForcibly().waitFor();
  }
}
