package dev.lastseat.bootstrap.serverless;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The side of Lambda that a runtime asks for events and gives results to:
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
final class RuntimeApi implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String BASE = "/2018-06-01/runtime";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(BASE, this::handle);
    server.start();
  }

  /**
   * What came of an event, or of the start.
   *
   * @param path where it was sent to: it ends with response or error
   */
  record Result(String path, String body) {}

  /** Where it is, as a runtime is told. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  Result invoke(String event) throws InterruptedException {
    events.add(event);
    return next();
  }

  /** The next result that comes. */
  Result next() throws InterruptedException {
    Result result = results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (result == null) {
      throw new AssertionError("no result came");
    }
    return result;
  }

  /** Waits until the runtime asks to be restored, after it prepared for a snapshot. */
  void awaitSnapshot() {
    restored.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(BASE.length());
    switch (path) {
      case "/invocation/next" -> sendNext(exchange);
      case "/restore/next" -> {
        restored.complete(null);
        answer(exchange, 200, "");
      }
      default -> {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(exchange, 202, "{\"status\":\"OK\"}");
        results.add(new Result(path, body));
      }
    }
  }

  /** As long as there is no event, the runtime waits. */
  private void sendNext(HttpExchange exchange) throws IOException {
    try {
      String event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", "request");
      headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn");
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + PATIENCE.toMillis()));
      answer(exchange, 200, event);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
