package dev.lastseat.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of mails that answers as it is told: 250 to all but some. */
final class ScriptedSmtp implements AutoCloseable {
  /** Says nothing, and keeps the connection. */
  static final String SILENCE = "";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** {@code answers}: to commands by their first word; GREETING before the first, DOT after all. */
  ScriptedSmtp(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  SmtpServer server(SmtpServer.Security security) {
    String host = socket.getInetAddress().getHostAddress();
    return new SmtpServer(host, socket.getLocalPort(), security, Optional.empty());
  }

  /** The commands that came, each by its first word. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> talk(client));
      }
    } catch (IOException closed) {
      // That is its end.
    }
  }

  private void talk(Socket client) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      say(client, answers.getOrDefault("GREETING", "220 ready"));
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        String word = data ? "DOT" : line.replaceFirst("[ :].*", "");
        heard.add(word);
        say(client, answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 ok"));
        data = word.equals("DATA") && !answers.containsKey("DATA");
      }
    } catch (IOException | UncheckedIOException gone) {
      // The other side has left.
    }
  }

  private static void say(Socket client, String answer) throws IOException {
    if (!answer.equals(SILENCE)) {
      client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
