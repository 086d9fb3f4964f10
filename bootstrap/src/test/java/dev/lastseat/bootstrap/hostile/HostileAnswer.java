package dev.lastseat.bootstrap.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** All that came back over a connection until it was closed. */
record HostileAnswer(String text) {
  private static final int PATIENCE_MS = 30_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final Pattern TRACES =
      Pattern.compile(
          "(?i)set-cookie|\nserver:|\tat |jetty|javalin|java\\.|exception|sqlite_|com\\.mongodb");

  static HostileAnswer to(URI server, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      send(socket, request);
      return new HostileAnswer(new String(received(socket), UTF_8));
    }
  }

  /** Who is refused in the middle of a request cannot send the rest. */
  private static void send(Socket socket, byte[] request) {
    try {
      OutputStream output = socket.getOutputStream();
      output.write(request);
      socket.shutdownOutput();
    } catch (IOException refused) {
      // What was answered can be read all the same.
    }
  }

  /** A connection may be reset because of what nobody read any more. */
  private static byte[] received(Socket socket) {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(received);
    } catch (SocketTimeoutException hangs) {
      throw new AssertionError("nothing came for " + PATIENCE_MS + " ms", hangs);
    } catch (IOException reset) {
      // What came before counts.
    }
    return received.toByteArray();
  }

  String status() {
    List<String> statuses = STATUS.matcher(text).results().map(found -> found.group(1)).toList();
    return switch (statuses.size()) {
      case 0 -> text.isEmpty() ? "closed" : "no HTTP";
      case 1 -> statuses.getFirst();
      default -> "more than one: " + statuses;
    };
  }

  boolean isEnvelope() {
    return text.contains("Content-Type: application/json")
        && text.contains("{\"success\":false,\"message\":\"")
        && text.contains("\"errors\":[{")
        && Pattern.compile("X-Request-Id: [A-Za-z0-9._-]{1,64}\r\n").matcher(text).find();
  }

  /** What tells of those behind. */
  List<String> traces() {
    return TRACES.matcher(text).results().map(MatchResult::group).toList();
  }
}
