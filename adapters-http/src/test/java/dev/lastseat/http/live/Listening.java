package dev.lastseat.http.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A client that listens; for each message it waits for half a minute at the most. */
public final class Listening implements AutoCloseable {
  private final Socket socket;
  private final InputStream input;
  private final Map<String, String> headers = new HashMap<>();

  private Listening(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  /** It must be let in. */
  public static Listening to(URI uri, String... headers) {
    try {
      Socket socket = new Socket(uri.getHost(), uri.getPort());
      socket.setSoTimeout(30_000);
      Listening listening = new Listening(socket);
      listening.ask(target(uri), headers);
      return listening;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String target(URI uri) {
    return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getRawQuery();
  }

  private void ask(String path, String... more) throws IOException {
    String lines = more.length == 0 ? "" : String.join("\r\n", more) + "\r\n";
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n";
    socket.getOutputStream().write((request + lines + "\r\n").getBytes(StandardCharsets.UTF_8));
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new AssertionError(status);
    }
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": ", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
  }

  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The lines of the next message, which comes in a chunk of its own; none at the end. */
  public List<String> next() {
    try {
      String size = line();
      while (size.isEmpty()) {
        size = line(); // the end of the last chunk comes with the next one
      }
      byte[] message = input.readNBytes(Integer.parseInt(size, 16));
      return new String(message, StandardCharsets.UTF_8).lines().filter(x -> !x.isEmpty()).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("cut off");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /** The next message, without what is said about coming again. */
  public String event() {
    return String.join("\n", next().stream().filter(line -> !line.startsWith("retry: ")).toList());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
