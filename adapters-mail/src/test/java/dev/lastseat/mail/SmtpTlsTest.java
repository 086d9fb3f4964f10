package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.Mailer;
import dev.lastseat.mail.SmtpServer.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose certificate is good for its address: the machine trusts it during these tests. */
@Timeout(60)
class SmtpTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final List<String> inTheClear = new CopyOnWriteArrayList<>();
  private final List<String> encrypted = new CopyOnWriteArrayList<>();
  private SSLContext before;
  private SSLContext trusting;
  private ServerSocket socket;

  @BeforeEach
  void open() throws IOException, GeneralSecurityException {
    before = SSLContext.getDefault();
    trusting = trusting();
    SSLContext.setDefault(trusting);
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    SSLContext.setDefault(before);
    socket.close();
  }

  /** Made by keytool, for 127.0.0.1; good for 100 years. */
  private static SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = SmtpTlsTest.class.getResourceAsStream("server.p12")) {
      keys.load(file, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
    var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    ours.init(keys, PASSWORD);
    var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    theirs.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }

  @Test
  void by_starttls_nothing_but_greetings_is_said_in_the_clear() throws Exception {
    Thread server = Thread.ofVirtual().start(() -> serve(false));

    assertThat(send(Security.STARTTLS)).isEqualTo(new Mailer.Sending.Sent());

    server.join();
    assertThat(inTheClear).containsExactly("EHLO", "STARTTLS");
    assertThat(encrypted).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "DOT", "QUIT");
  }

  @Test
  void by_implicit_tls_nothing_at_all_is() throws Exception {
    Thread server = Thread.ofVirtual().start(() -> serve(true));

    assertThat(send(Security.TLS)).isEqualTo(new Mailer.Sending.Sent());

    server.join();
    assertThat(inTheClear).isEmpty();
    assertThat(encrypted).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "DOT", "QUIT");
  }

  private Mailer.Sending send(Security security) {
    var server = new SmtpServer("127.0.0.1", socket.getLocalPort(), security, Optional.empty());
    Mailer mailer = new SmtpMailer(server, Mails.MESSAGES, "example.com", PATIENCE);
    return mailer.send(Mails.to("ada@example.com"));
  }

  /** One client. */
  private void serve(boolean tls) {
    try (Socket client = socket.accept()) {
      if (tls) {
        talk(wrapped(client), true, encrypted);
      } else if (talk(client, true, inTheClear)) {
        talk(wrapped(client), false, encrypted);
      }
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  private Socket wrapped(Socket client) throws IOException {
    SSLSocket socket =
        (SSLSocket) trusting.getSocketFactory().createSocket(client, null, client.getPort(), false);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Until the client leaves, or has asked for TLS, which is answered. */
  private static boolean talk(Socket client, boolean greets, List<String> heard)
      throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    if (greets) {
      say(client, "220 ready");
    }
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String word = data ? "DOT" : line.replaceFirst("[ :].*", "");
      heard.add(word);
      data = word.equals("DATA");
      switch (word) {
        case "EHLO" -> say(client, "250-mail.test\r\n250 STARTTLS");
        case "DATA" -> say(client, "354 go on");
        case "STARTTLS" -> {
          say(client, "220 go on");
          return true;
        }
        case "QUIT" -> {
          say(client, "221 bye");
          return false;
        }
        default -> say(client, "250 ok");
      }
    }
    return false;
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
