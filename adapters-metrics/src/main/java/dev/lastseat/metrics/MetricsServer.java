package dev.lastseat.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The page on a port of its own, by the HTTP server of the JDK: it needs no library, has threads
 * and connections of its own, few of each, and so leaves the sale alone whoever reads here and
 * however slowly.
 */
final class MetricsServer implements AutoCloseable {
  static final String PATH = "/metrics";
  static final int MAX_CONNECTIONS = 16;

  private static final int THREADS = 2;
  private static final int BACKLOG = 16;
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /**
   * The JDK takes these from nowhere else: the most connections, and how many seconds a request may
   * take to come, and an answer to be read. Nothing else in the program uses this server.
   */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections",
          String.valueOf(MAX_CONNECTIONS),
          "sun.net.httpserver.maxReqTime",
          "10",
          "sun.net.httpserver.maxRspTime",
          "10");

  /** What leads to an address of its own, whoever answers for names. */
  private static final Pattern NOBODYS_NAME =
      Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-f:.]+])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<byte[]> page;

  private MetricsServer(HttpServer server, ExecutorService threads, Supplier<byte[]> page) {
    this.server = server;
    this.threads = threads;
    this.page = page;
  }

  static MetricsServer start(String host, int port, Supplier<String> figures) throws IOException {
    LIMITS.forEach(System::setProperty);
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
    ExecutorService threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_CONNECTIONS),
            Thread.ofPlatform().name("lastseat-metrics-", 1).daemon().factory());
    MetricsServer started =
        new MetricsServer(server, threads, () -> figures.get().getBytes(StandardCharsets.UTF_8));
    server.setExecutor(threads);
    server.createContext("/", started::answer);
    server.start();
    return started;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isMisled(exchange)) {
        exchange.sendResponseHeaders(421, -1);
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        show(exchange);
      }
    }
  }

  /**
   * Whether a page of somebody else may have sent it, whose name was led to this machine for a
   * moment (DNS rebinding): on the loopback address nobody else stands in the way.
   */
  private boolean isMisled(HttpExchange exchange) {
    String name = exchange.getRequestHeaders().getFirst("Host");
    return server.getAddress().getAddress().isLoopbackAddress()
        && name != null
        && !NOBODYS_NAME.matcher(name).matches();
  }

  private void show(HttpExchange exchange) throws IOException {
    byte[] body = page.get();
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return URI.create("http://" + name + ":" + address.getPort() + PATH);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
