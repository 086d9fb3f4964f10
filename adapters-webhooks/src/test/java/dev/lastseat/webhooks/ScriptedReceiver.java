package dev.lastseat.webhooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Takes messages by HTTP, remembers them, and answers whatever a test wants, byte by byte. */
final class ScriptedReceiver implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final Script script;

  ScriptedReceiver(ServerSocketFactory sockets, Script script) throws IOException {
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.script = script;
    Thread.startVirtualThread(this::accept);
  }

  static ScriptedReceiver answering(String head, String body) throws IOException {
    return new ScriptedReceiver(
        ServerSocketFactory.getDefault(),
        out -> {
          out.write(
              "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(head, body.length(), body)
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
        });
  }

  /** How it answers one request. */
  @FunctionalInterface
  interface Script {
    void answer(OutputStream out) throws IOException;
  }

  /** Header names are in lower case. */
  record Received(Map<String, String> headers, String body) {}

  List<Received> received() {
    return received;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      while (!line(in).isEmpty()) {
        Map<String, String> headers = headers(in);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        received.add(
            new Received(headers, new String(in.readNBytes(length), StandardCharsets.UTF_8)));
        script.answer(out);
      }
    } catch (IOException _) {
      // The client has had enough of it.
    }
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] both = line.split(": ?", 2);
      headers.put(both[0].toLowerCase(Locale.ROOT), both[1]);
    }
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
