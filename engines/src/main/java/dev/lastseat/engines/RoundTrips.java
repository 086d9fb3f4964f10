package dev.lastseat.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Counts round trips as Redis sees them, by MONITOR. What goes out together is one trip: it begins
 * with a look at the news of events, and its scripts follow. Anything else is a trip of its own.
 */
public final class RoundTrips {
  private static final String END = "the-end";

  private RoundTrips() {}

  /** How many trips the act takes, as long as nobody else uses this Redis. */
  public static int of(String uri, Runnable act) {
    try (Socket socket = connect(uri);
        BufferedReader monitor = send(socket, "MONITOR")) {
      monitor.readLine();
      act.run();
      try (Socket other = connect(uri)) {
        send(other, "ECHO " + END).readLine();
      }
      return count(monitor);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Socket connect(String uri) throws IOException {
    URI address = URI.create(uri);
    return new Socket(address.getHost(), address.getPort());
  }

  /** What comes back. */
  private static BufferedReader send(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int count(BufferedReader monitor) {
    return Math.toIntExact(
        monitor
            .lines()
            .takeWhile(line -> !line.contains(END))
            .filter(line -> !line.contains(" lua]"))
            .filter(line -> !line.toLowerCase(Locale.ROOT).contains("\"evalsha\""))
            .count());
  }
}
