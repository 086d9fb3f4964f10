package dev.lastseat.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a shop on an origin of their own, under a strict policy; their script is the one of
 * docs/passkeys.md.
 */
final class Shop implements AutoCloseable {
  private static final Path PAGE = Path.of("..", "docs", "passkeys.md");
  private static final Pattern SCRIPT = Pattern.compile("(?s)```js\n(.*?)```");

  private final HttpServer server;

  private Shop(HttpServer server) {
    this.server = server;
  }

  /** On a free port. */
  static Shop open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Shop shop = new Shop(server);
      shop.serve("/", "text/html", resource("shop.html"));
      shop.serve("/shop.js", "text/javascript", resource("shop.js"));
      shop.serve("/passkeys.js", "text/javascript", script());
      server.start();
      return shop;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(String path, String type, String text) {
    server.createContext(path, exchange -> answer(exchange, type, text));
  }

  /** Scripts from here only; the API listens elsewhere on this machine. */
  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'self'; connect-src http://localhost:*");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String script() throws IOException {
    Matcher script = SCRIPT.matcher(Files.readString(PAGE));
    if (!script.find()) {
      throw new AssertionError(PAGE + " has no script");
    }
    return script.group(1);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Shop.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
