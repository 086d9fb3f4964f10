package dev.lastseat.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.lastseat.domain.port.Courier.Answer;
import dev.lastseat.domain.port.Courier.Answer.Responded;
import dev.lastseat.domain.port.Courier.Answer.Unanswered;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.domain.webhook.WebhookUrl;
import dev.lastseat.webhooks.ScriptedReceiver.Received;
import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends to receivers that stand still, talk without end, lie, and behave. */
final class HttpCourierTest {
  private static final Allowed ALL = new Allowed(true, true);
  private static final Allowed NOTHING = new Allowed(false, false);

  /** For receivers that do not answer; others have the time that a slow machine takes. */
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final WebhookSecret OLD = WebhookSecret.random(new Random(1));
  private static final WebhookSecret NEW = WebhookSecret.random(new Random(2));
  private static final String BODY =
      "{\"type\":\"booking.confirmed\",\"data\":{\"venue\":\"Œuvre\"}}";

  /** Waits for as long as the test lasts. */
  private final CountDownLatch forEver = new CountDownLatch(1);

  private Clock clock = Clock.systemUTC();

  @AfterEach
  void letGo() {
    forEver.countDown();
  }

  @Test
  void the_official_library_accepts_what_is_sent_with_either_secret_while_one_replaces_the_other()
      throws IOException {
    try (var receiver = ScriptedReceiver.answering("204 No Content", "")) {
      Answer answer = send(receiver);

      assertThat(answer).isEqualTo(new Responded(204, "", Optional.empty()));
      Received received = receiver.received().getFirst();
      assertThat(received.body()).isEqualTo(BODY);
      assertThat(received.headers())
          .containsEntry("webhook-id", "msg-1")
          .containsEntry("content-type", "application/json");
      for (WebhookSecret secret : List.of(OLD, NEW)) {
        assertThatCode(() -> verify(secret, received)).doesNotThrowAnyException();
      }
      assertThatThrownBy(() -> verify(WebhookSecret.random(new Random(3)), received))
          .isInstanceOf(WebhookVerificationException.class);
    }
  }

  @Test
  void sent_again_a_message_keeps_its_id_and_is_signed_anew() throws IOException {
    try (var receiver = ScriptedReceiver.answering("500 Oops", "")) {
      send(receiver);
      clock = Clock.offset(clock, Duration.ofMinutes(1));
      send(receiver);

      assertThat(receiver.received())
          .extracting(it -> it.headers().get("webhook-id"))
          .containsExactly("msg-1", "msg-1");
      assertThat(receiver.received())
          .extracting(it -> it.headers().get("webhook-signature"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void what_a_receiver_answers_is_told_with_its_beginning() throws IOException {
    try (var receiver = ScriptedReceiver.answering("500 Oops", "x".repeat(2_000))) {
      assertThat(send(receiver)).isEqualTo(new Responded(500, "x".repeat(1_024), Optional.empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "Thu, 01 Jan 2026 00:02:00 GMT"})
  void a_receiver_may_say_for_how_long_it_wants_to_be_left_alone(String after) throws IOException {
    clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (var receiver = ScriptedReceiver.answering("503 Busy\r\nRetry-After: " + after, "")) {
      assertThat(send(receiver))
          .isEqualTo(new Responded(503, "", Optional.of(Duration.ofMinutes(2))));
    }
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws IOException {
    try (var elsewhere = ScriptedReceiver.answering("204 No Content", "");
        var receiver =
            ScriptedReceiver.answering(
                "307 There\r\nLocation: http://127.0.0.1:" + elsewhere.port(), "")) {
      assertThat(send(receiver)).isEqualTo(new Responded(307, "", Optional.empty()));
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void what_is_compressed_is_not_unpacked() throws IOException {
    try (var receiver =
        ScriptedReceiver.answering("200 OK\r\nContent-Encoding: gzip", "not unpacked")) {
      assertThat(send(receiver)).isEqualTo(new Responded(200, "not unpacked", Optional.empty()));
    }
  }

  @Test
  void a_receiver_that_never_answers_is_given_up() throws IOException {
    try (var receiver = new ScriptedReceiver(ServerSocketFactory.getDefault(), _ -> hang())) {
      assertThat(send(receiver, SHORT)).isInstanceOf(Unanswered.class);
    }
  }

  @Test
  void a_receiver_that_trickles_its_answer_is_given_up_although_it_is_never_idle()
      throws IOException {
    try (var receiver =
        new ScriptedReceiver(ServerSocketFactory.getDefault(), HttpCourierTest::trickle)) {
      assertThat(send(receiver, SHORT)).isInstanceOf(Unanswered.class);
    }
  }

  @Test
  void of_an_answer_of_200_mb_no_more_is_read_than_64_kb() throws IOException {
    long whole = 200L << 20;
    AtomicInteger chunks = new AtomicInteger();
    try (var receiver =
        new ScriptedReceiver(
            ServerSocketFactory.getDefault(),
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + whole + "\r\n\r\n");
              byte[] chunk = "y".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
              for (long sent = 0; sent < whole; sent += chunk.length) {
                out.write(chunk);
                chunks.incrementAndGet();
              }
            })) {
      Answer answer = send(receiver);

      assertThat(answer).isEqualTo(new Responded(200, "y".repeat(1_024), Optional.empty()));
      assertThat(chunks.get()).isLessThan(100);
    }
  }

  @Test
  void a_receiver_that_hangs_up_or_is_not_there_is_told_as_that() throws IOException {
    int gone;
    try (var receiver =
        new ScriptedReceiver(
            ServerSocketFactory.getDefault(),
            out -> {
              throw new IOException("hangs up");
            })) {
      gone = receiver.port();
      assertThat(send(receiver)).isInstanceOf(Unanswered.class);
    }
    assertThat(send(ALL, "http://127.0.0.1:" + gone)).isInstanceOf(Unanswered.class);
  }

  @Test
  void a_good_certificate_is_believed_and_one_that_expired_is_not()
      throws IOException, GeneralSecurityException {
    assertThat(sendByTls("good.p12", "hooks.test")).isInstanceOf(Responded.class);
    assertThat(sendByTls("expired.p12", "hooks.test"))
        .isInstanceOfSatisfying(
            Unanswered.class, it -> assertThat(it.reason()).contains("CertificateExpired"));
  }

  @Test
  void a_certificate_for_another_name_is_not_believed()
      throws IOException, GeneralSecurityException {
    assertThat(sendByTls("good.p12", "other.test")).isInstanceOf(Unanswered.class);
  }

  @Test
  void nothing_goes_out_where_anybody_could_read_along_unless_that_is_allowed() {
    assertThat(send(NOTHING, "http://example.com"))
        .isEqualTo(new Unanswered("messages go out by https only"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d",
        "https://[::1]:%d",
        "https://[::ffff:127.0.0.1]:%d",
        "https://localhost:%d",
        "https://[64:ff9b::7f00:1]:%d"
      })
  void a_machine_that_is_not_public_is_never_connected_to(String url) throws IOException {
    try (var receiver = ScriptedReceiver.answering("204 No Content", "")) {
      assertThat(send(NOTHING, url.formatted(receiver.port())))
          .isInstanceOfSatisfying(
              Unanswered.class, it -> assertThat(it.reason()).contains("not a public address"));
    }
  }

  @Test
  void a_name_with_one_address_that_is_not_public_is_not_asked_at_the_others_either()
      throws IOException {
    InetAddress open = InetAddress.getByName("1.1.1.1");
    InetAddress closed = InetAddress.getByName("169.254.169.254");
    Answer answer =
        send(NOTHING, "https://both.test", _ -> new InetAddress[] {open, closed}, trusted());
    assertThat(answer)
        .isEqualTo(new Unanswered("IOException: an address of both.test is not a public address"));
  }

  /** Were the name looked up once to check it and once more to connect, it would be another. */
  @Test
  void a_name_is_looked_up_once_for_a_connection_so_that_dns_cannot_change_in_between()
      throws IOException {
    AtomicInteger looks = new AtomicInteger();
    try (var receiver = ScriptedReceiver.answering("204 No Content", "")) {
      Answer answer =
          send(
              ALL,
              "http://changing.test:" + receiver.port(),
              _ -> {
                InetAddress[] loopback = {InetAddress.getLoopbackAddress()};
                InetAddress[] nobody = {InetAddress.getByName("192.0.2.1")};
                return looks.incrementAndGet() == 1 ? loopback : nobody;
              },
              trusted());
      assertThat(answer).isInstanceOf(Responded.class);
      assertThat(looks).hasValue(1);
    }
  }

  @Test
  void a_name_server_that_never_answers_holds_nobody_up_for_longer() {
    Answer answer =
        send(
            ALL,
            "http://slow.test",
            _ -> {
              hang();
              return new InetAddress[0];
            },
            trusted(),
            SHORT);
    assertThat(answer).isInstanceOf(Unanswered.class);
  }

  private Answer send(ScriptedReceiver receiver) {
    return send(receiver, WebhookAdapters.PATIENCE);
  }

  private Answer send(ScriptedReceiver receiver, Duration patience) {
    String url = "http://127.0.0.1:" + receiver.port();
    return send(ALL, url, InetAddress::getAllByName, trusted(), patience);
  }

  private Answer send(Allowed allowed, String url) {
    return send(allowed, url, InetAddress::getAllByName, trusted());
  }

  private Answer sendByTls(String server, String host)
      throws IOException, GeneralSecurityException {
    try (var receiver =
        new ScriptedReceiver(
            tls(server), out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
      return send(
          new Allowed(false, true),
          "https://%s:%d".formatted(host, receiver.port()),
          _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
          trusted());
    }
  }

  private Answer send(
      Allowed allowed, String url, CheckedResolver.Lookup lookup, SslContextFactory.Client tls) {
    return send(allowed, url, lookup, tls, WebhookAdapters.PATIENCE);
  }

  private Answer send(
      Allowed allowed,
      String url,
      CheckedResolver.Lookup lookup,
      SslContextFactory.Client tls,
      Duration patience) {
    try (var courier =
        new HttpCourier(allowed, new CheckedResolver(lookup, allowed), tls, patience, clock)) {
      return courier.deliver(new Message("msg-1", new WebhookUrl(url), List.of(NEW, OLD), BODY));
    }
  }

  private void hang() {
    try {
      forEver.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the client hangs up, and seldom enough for every limit but that of the whole. */
  private static void trickle(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    for (int sent = 0; sent < 1_000; sent++) {
      write(out, ".");
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void verify(WebhookSecret secret, Received received)
      throws WebhookVerificationException {
    Map<String, List<String>> headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    new Webhook(secret.value()).verify(received.body(), HttpHeaders.of(headers, (_, _) -> true));
  }

  private static SslContextFactory.Client trusted() {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    try {
      tls.setTrustStore(keys("trust.p12"));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
    return tls;
  }

  private static ServerSocketFactory tls(String server)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys(server), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  /** Made by keytool, of an authority that nobody has the key of any more; good for 100 years. */
  private static KeyStore keys(String file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = HttpCourierTest.class.getResourceAsStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}
