package dev.lastseat.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Takes every mail, and says so when the test lets it. */
final class MailServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final Semaphore taken = new Semaphore(0);
  private final Semaphore answers = new Semaphore(0);

  MailServer() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The Message-ID of each mail that was taken. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Waits until a mail is here, and lets it be answered once the deed is done. */
  void takenThen(Runnable deed) throws InterruptedException {
    taken.acquire();
    deed.run();
    answers.release();
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      }
    } catch (IOException closed) {
      // That is its end.
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      say(client, "220 ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("DATA")) {
          say(client, "354 go on");
          take(in);
        }
        say(client, "250 ok");
      }
    } catch (IOException | UncheckedIOException | InterruptedException gone) {
      // The other side has left.
    }
  }

  private void take(BufferedReader in) throws IOException, InterruptedException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID:")) {
        names.add(line);
      }
    }
    taken.release();
    answers.acquire();
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
