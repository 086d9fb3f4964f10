package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers try who want in, or want the server down. */
class StrangersTest extends ServerTest {
  private static final String WHOLE = "GET /api/v1/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String BUNDLE = "GET /docs/ui/swagger-ui-bundle.js";
  private static final int BLOCK = 1 << 20;

  /** Two connections, and 100 bytes a second after the first ten seconds. */
  @Override
  protected HttpSettings settings() {
    return settings(
        0,
        new HttpSettings.Connections(2, 100, Duration.ofSeconds(10)),
        1,
        new RequestSettings.Limits(1_000, 500, 100, WINDOW));
  }

  @Test
  void a_word_about_web_sockets_changes_nothing() {
    String answer = Wire.request(server.uri(), "GET /api/v1/events", "Sec-WebSocket-Version: 13");

    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("RateLimit: \"default\";r=999;")
        .doesNotContain("Set-Cookie");
  }

  @Test
  void the_method_is_that_of_the_request_line() {
    add(AnEvent.published("event-1"));
    for (String method : new String[] {"DELETE", "BEFORE", "OPTIONS", "NONSENSE"}) {
      assertThat(
              Wire.request(
                  server.uri(),
                  "GET /api/v1/events/event-1",
                  "X-HTTP-Method-Override: " + method,
                  "Authorization: Bearer " + admin()))
          .startsWith("HTTP/1.1 200")
          .contains("event-1");
    }
  }

  /** A link to it would lead whoever reads a mail or a cached page to them. */
  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/door", "/openapi.yaml", "/api/v1/events", "/nothing"})
  void the_name_that_a_stranger_gives_the_server_is_in_no_answer(String path) {
    String request =
        "GET %s HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
            + "Connection: close\r\n\r\n";

    assertThat(Wire.send(server.uri(), request.formatted(path)))
        .startsWith("HTTP/1.1 ")
        .doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEFORE", "AFTER", "BEFORE_MATCHED", "WEBSOCKET_BEFORE_UPGRADE"})
  void the_name_of_a_filter_is_no_method(String name) {
    assertThat(Wire.request(server.uri(), name + " /api/v1/events"))
        .startsWith("HTTP/1.1 405")
        .contains("METHOD_NOT_ALLOWED", "Allow: GET, POST, HEAD");
    assertThat(Wire.request(server.uri(), name + " /nothing"))
        .startsWith("HTTP/1.1 404")
        .contains("NOT_FOUND");
  }

  @Test
  void who_sends_a_head_byte_by_byte_is_cut_off() throws IOException {
    try (Socket slow = new Socket(server.uri().getHost(), server.uri().getPort())) {
      slow.setSoTimeout(60_000);
      assertThatThrownBy(() -> drip(slow.getOutputStream())).isInstanceOf(IOException.class);
    }
  }

  /** Far less than the longest head, each byte as if ten seconds went by. */
  private void drip(OutputStream to) throws IOException {
    to.write(
        "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
            .getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < 4_000; i++) {
      house.clock.advance(Duration.ofSeconds(10));
      to.write('x');
      to.flush();
      Thread.yield();
    }
  }

  /** Far more than fits between here and there; each block comes as if ten hours went by. */
  @Test
  void who_reads_block_by_block_is_cut_off() throws IOException {
    int asked = 20;
    long whole = asked * (long) Wire.request(server.uri(), BUNDLE).length();
    long read = 0;
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(1 << 16);
      slow.connect(new InetSocketAddress(server.uri().getHost(), server.uri().getPort()));
      slow.setSoTimeout(60_000);
      String request = BUNDLE + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      slow.getOutputStream().write(request.repeat(asked).getBytes(StandardCharsets.ISO_8859_1));
      int block = BLOCK;
      while (block == BLOCK) {
        api("/health/live").get().is(200);
        house.clock.advance(Duration.ofHours(10));
        block = slow.getInputStream().readNBytes(BLOCK).length;
        read += block;
      }
    } catch (SocketException cut) {
      assertThat(cut).hasMessageContaining("reset");
    }

    assertThat(read).isPositive().isLessThan(whole);
  }

  /** The one who waits would be answered at once if there were room. */
  @Test
  void beyond_so_many_connections_a_new_one_waits_until_there_is_room() throws IOException {
    Socket first = answered();
    Socket second = answered();
    try (first;
        Socket third = new Socket(server.uri().getHost(), server.uri().getPort())) {
      third.getOutputStream().write(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
      third.setSoTimeout(300);
      assertThatThrownBy(() -> third.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      second.close();
      third.setSoTimeout(60_000);
      assertThat(third.getInputStream().read()).isEqualTo('H');
    }
  }

  private Socket answered() throws IOException {
    Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  @Test
  void who_asks_and_leaves_is_no_error_of_ours() throws IOException {
    LogLines lines = new LogLines("dev.lastseat.http");
    String preflight =
        "OPTIONS /api/v1/events HTTP/1.1\r\nHost: localhost\r\n"
            + "Origin: https://shop.example\r\nAccess-Control-Request-Method: PUT\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(preflight.repeat(20).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    server.close(); // ends what is under way

    assertThat(lines.left()).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    lines.close();
  }
}
