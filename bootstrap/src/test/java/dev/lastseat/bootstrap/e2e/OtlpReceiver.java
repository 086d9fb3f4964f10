package dev.lastseat.bootstrap.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces by OTLP over HTTP; texts and ids stand in its messages as they are. */
final class OtlpReceiver implements AutoCloseable {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<byte[]> messages = new CopyOnWriteArrayList<>();

  OtlpReceiver() throws IOException {
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      messages.add(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that has come, with a character for each byte. */
  String text() {
    StringBuilder text = new StringBuilder();
    messages.forEach(it -> text.append(new String(it, StandardCharsets.ISO_8859_1)));
    return text.toString();
  }

  /** An id as it stands in the text. */
  static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
