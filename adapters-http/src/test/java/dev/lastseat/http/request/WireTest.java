package dev.lastseat.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RequestBodies that no well-behaved client sends. */
class WireTest extends ServerTest {
  private static final String LOG_IN =
      "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Content-Type: application/json\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "GET /api/v1/events",
        "GET /api/v1/events HTTP/9.9",
        "GET /api/v1/events/%zz HTTP/1.1",
        "GET /api/v1/events/%00 HTTP/1.1",
        "GET /api/v1/events/%u0041 HTTP/1.1",
        "GET /api/v1/events HTTP/1.1\nX: y",
        "GET /api/v1/events/%C3%28 HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "PRI * HTTP/2.0",
        "\u0016\u0003\u0001",
        "GET /api/v1/events HTTP/1.1\r\nHost: another",
        "GET /api/v1/events HTTP/1.1\r\nUpgrade: h2c",
      })
  void what_cannot_be_understood_is_told_in_the_envelope(String line) {
    requireEnvelope(send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: -5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Transfer-Encoding: nonsense",
        "X : blank before the colon",
      })
  void a_body_whose_end_can_be_read_in_two_ways_is_refused(String headers) {
    String answer = send(LOG_IN + headers + "\r\n\r\n{}   ");

    assertThat(answer).startsWith("HTTP/1.1 400");
    requireEnvelope(answer);
  }

  /** RFC 9112, section 3.2.2. */
  @Test
  void where_the_request_line_names_the_host_the_header_says_nothing() {
    assertThat(Wire.request(server.uri(), "GET http://elsewhere.example/api/v1/events"))
        .startsWith("HTTP/1.1 200");
  }

  /** RFC 9110, section 7.8. */
  @Test
  void an_upgrade_that_nobody_here_knows_is_not_made() {
    for (String protocol : new String[] {"websocket", "h2c", "foo/2"}) {
      assertThat(
              Wire.request(
                  server.uri(),
                  "GET /api/v1/events",
                  "Upgrade: " + protocol,
                  "Connection: Upgrade",
                  "Sec-WebSocket-Version: 13"))
          .startsWith("HTTP/1.1 200");
    }
  }

  /** RFC 9112, section 6.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity, chunked",
        "Transfer-Encoding: x-compress;q=1, chunked",
      })
  void a_body_in_a_coding_that_nobody_here_reads_is_not_taken_for_another(String header) {
    String answer = send(LOG_IN + header + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 501").contains("NOT_IMPLEMENTED");
    requireEnvelope(answer);
  }

  @Test
  void headers_and_addresses_without_end_are_refused() {
    String endless = "x".repeat(20_000);

    String address = Wire.request(server.uri(), "GET /api/v1/events?search=" + endless);
    String header = Wire.request(server.uri(), "GET /api/v1/events", "X-Padding: " + endless);

    assertThat(address).startsWith("HTTP/1.1 414").contains("URI_TOO_LONG");
    assertThat(header).startsWith("HTTP/1.1 431").contains("HEADERS_TOO_LARGE");
    requireEnvelope(address);
    requireEnvelope(header);
  }

  @Test
  void what_nobody_here_can_do_is_an_error_of_the_request() {
    String version = send("GET /api/v1/events HTTP/9.9\r\nHost: localhost\r\n\r\n");
    String wish = Wire.request(server.uri(), "GET /api/v1/events", "Expect: a miracle");

    assertThat(version).startsWith("HTTP/1.1 505").contains("HTTP_VERSION_NOT_SUPPORTED");
    assertThat(wish).startsWith("HTTP/1.1 417").contains("EXPECTATION_FAILED");
    requireEnvelope(version);
    requireEnvelope(wish);
  }

  @Test
  void http_2_is_spoken_by_nobody_here() {
    String answer = send("GET /api/v1/events HTTP/2.0\r\nHost: localhost\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 505").contains("HTTP_VERSION_NOT_SUPPORTED");
    requireEnvelope(answer);
  }

  @Test
  void a_page_of_a_known_origin_may_read_what_was_wrong_with_its_request() {
    String[] known = {"Origin: https://shop.example", "Expect: a miracle"};
    String[] stranger = {"Origin: https://evil.example", "Expect: a miracle"};

    assertThat(Wire.request(server.uri(), "GET /api/v1/events", known))
        .startsWith("HTTP/1.1 417")
        .contains("Access-Control-Allow-Origin: https://shop.example");
    assertThat(Wire.request(server.uri(), "GET /api/v1/events", stranger))
        .startsWith("HTTP/1.1 417")
        .doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() {
    String answer = send(LOG_IN + "Content-Length: 65537\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE");
    requireEnvelope(answer);
  }

  @Test
  void who_sends_on_until_the_connection_breaks_can_read_why() throws IOException {
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write((LOG_IN + "Content-Length: 1000000000\r\n\r\n").getBytes(UTF_8));
      assertThatIOException()
          .isThrownBy(
              () -> {
                while (true) {
                  socket.getOutputStream().write(new byte[65_536]);
                }
              });
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void a_body_that_grows_too_large_chunk_by_chunk_is_refused() {
    String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
    String body = chunk.repeat(4);

    String whole = send(LOG_IN + "Transfer-Encoding: chunked\r\n\r\n" + body + "0\r\n\r\n");
    String more = send(LOG_IN + "Transfer-Encoding: chunked\r\n\r\n" + body + chunk + "0\r\n\r\n");

    assertThat(whole).contains("MALFORMED_JSON");
    assertThat(more).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE");
  }

  @Test
  void whatever_is_odd_in_a_path_names_nothing() {
    for (String id : new String[] {"a%2Fb", "..%2f..", "a;b=c", "%E2%82%AC", "x".repeat(65)}) {
      assertThat(Wire.request(server.uri(), "GET /api/v1/events/" + id))
          .startsWith("HTTP/1.1 404")
          .contains("\"NOT_FOUND\"");
    }
  }

  @Test
  void a_method_that_nobody_knows_learns_which_ones_there_are() {
    for (String method : new String[] {"OPTIONS", "TRACE", "DELETE", "BREW"}) {
      assertThat(Wire.request(server.uri(), method + " /api/v1/events"))
          .startsWith("HTTP/1.1 405")
          .contains("METHOD_NOT_ALLOWED")
          .containsPattern("Allow: [A-Z, ]*GET");
    }
  }

  @Test
  void odd_quotes_in_headers_are_no_fault_of_the_server() {
    for (String name : new String[] {"Accept", "Accept-Encoding", "If-None-Match", "Forwarded"}) {
      for (String value : new String[] {"a\"b\"c", "\"", "W/\"1", "gzip;q=\"x", "\\\"", ";q=;,"}) {
        assertThat(Wire.request(server.uri(), "GET /api/v1/events", name + ": " + value))
            .as(name + ": " + value)
            .containsPattern("^HTTP/1.1 (200|304|400|406)");
      }
    }
  }

  private String send(String text) {
    return Wire.send(server.uri(), text);
  }

  private static void requireEnvelope(String answer) {
    assertThat(answer)
        .containsPattern("^HTTP/1.1 [45]\\d\\d ")
        .contains("{\"success\":false,\"message\":\"", "\"errors\":[{\"code\":\"")
        .contains("Content-Type: application/json")
        .containsPattern("X-Request-Id: [A-Za-z0-9._-]{1,64}\r\n")
        .contains("Vary: Accept-Encoding, Origin")
        .containsPattern("RateLimit: \"default\";r=\\d+;t=\\d+\r\n")
        .contains("RateLimit-Policy: \"default\";q=1000;w=900")
        .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'self'")
        .doesNotContain("Server:", "jetty", "\tat ");
  }
}
