package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes without a port is served as what comes by one. */
class PortlessServerTest extends ServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final InetAddress PEER = InetAddress.ofLiteral("192.0.2.1");

  private PortlessServer portless;

  @BeforeEach
  void startWithoutPort() {
    portless =
        PortlessServer.start(settings(), house.useCases(), ports(), house.clock, house.random);
  }

  @AfterEach
  void stopWithoutPort() {
    portless.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/events/event-1",
        "GET /api/v1/events?limit=1&search=%C3%BC",
        "GET /api/v1/nothing",
        "PUT /api/v1/events",
        "GET /api/v1/events/%2e%25",
        "GET /docs/openapi.yaml"
      })
  void the_answer_is_that_of_the_server_with_a_port(String line) {
    add(AnEvent.published("event-1"));
    String method = line.substring(0, line.indexOf(' '));
    String target = line.substring(line.indexOf(' ') + 1);

    Reply byPort = root(target).send(method);
    LocalResponse without = send(request(method, target));

    assertThat(without.status()).isEqualTo(byPort.status());
    assertThat(without.body()).isEqualTo(byPort.body());
    assertThat(names(without)).contains("x-request-id", "content-type");
  }

  @Test
  void a_head_request_has_the_headers_of_its_answer_alone() {
    add(AnEvent.published("event-1"));

    LocalResponse found = send(request("HEAD", "/api/v1/events/event-1"));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body()).isEmpty();
    assertThat(found.header("etag").orElseThrow()).startsWith("W/\"1-");
  }

  @Test
  void bytes_go_through_as_they_are() throws IOException {
    IntStream.range(0, 30).forEach(i -> add(AnEvent.published("event-" + i)));

    LocalResponse zipped =
        send(
            request(
                "GET",
                "/api/v1/events?limit=30",
                new byte[0],
                new Header("Accept-Encoding", "gzip")));

    assertThat(zipped.header("Content-Encoding")).contains("gzip");
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("event-29");
    }
  }

  /** Whatever is listened to would have no end, and here nothing is handed over before its end. */
  @Test
  void nobody_can_listen() {
    add(AnEvent.published("event-1"));
    Header listening = new Header("Accept", "text/event-stream");

    LocalResponse refused =
        send(request("GET", "/api/v1/events/event-1/availability", new byte[0], listening));

    assertThat(refused.status()).isEqualTo(406);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8))
        .contains("NOT_ACCEPTABLE", "The answer would be application/json.");
  }

  @Test
  void a_body_is_read_and_one_that_is_too_long_refused() {
    String ada = "{\"email\":\"ada@example.com\",\"password\":\"korrekt ü\",\"name\":\"Ada\"}";

    assertThat(register(ada).status()).isEqualTo(201);
    assertThat(register(ada + " ".repeat(70_000)).status()).isEqualTo(413);
  }

  private LocalResponse register(String json) {
    return send(
        request(
            "POST",
            "/api/v1/auth/register",
            json.getBytes(StandardCharsets.UTF_8),
            new Header("Content-Type", "application/json"),
            new Header("Content-Length", "1"),
            new Header("Transfer-Encoding", "chunked")));
  }

  /** One proxy is trusted here, and none has written anything. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
  void the_sender_is_counted_by_the_address_that_came_with_the_request(String address) {
    send(request("GET", "/api/v1/events"));
    String second = send(request("GET", "/api/v1/events")).header("RateLimit").orElseThrow();

    LocalRequest others =
        new LocalRequest(
            "GET",
            "/api/v1/events",
            List.of(new Header("Host", "localhost")),
            new byte[0],
            InetAddress.ofLiteral(address));

    assertThat(second).contains("r=998");
    assertThat(send(others).header("RateLimit").orElseThrow()).contains("r=999");
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_none() {
    CountDownLatch asked = new CountDownLatch(1);
    health.add(new Endless(asked));
    PortlessServer slow =
        PortlessServer.start(settings(), house.useCases(), ports(), house.clock, house.random);
    try (slow) {
      assertThat(slow.answer(request("GET", "/api/v1/health/ready"), Duration.ofMillis(100)))
          .isEmpty();
    } finally {
      asked.countDown();
    }
  }

  @Test
  void no_part_of_a_request_can_begin_another_one() {
    assertThatThrownBy(() -> new Header("X-Name", "one\r\nX-Other: two"))
        .hasMessageContaining("X-Name has a line break");
    assertThatThrownBy(() -> new Header("X Name", "one")).hasMessageContaining("X Name");
    assertThatThrownBy(() -> request("GET", "/one HTTP/1.1\r\n\r\nGET /two"))
        .hasMessageContaining("no encoded path");
    assertThatThrownBy(() -> request("GET /one", "/two")).hasMessageContaining("no method");
  }

  private LocalResponse send(LocalRequest request) {
    return portless.answer(request, PATIENCE).orElseThrow();
  }

  private static LocalRequest request(String method, String target) {
    return request(method, target, new byte[0]);
  }

  private static LocalRequest request(
      String method, String target, byte[] body, Header... headers) {
    List<Header> all =
        IntStream.rangeClosed(0, headers.length)
            .mapToObj(i -> i == 0 ? new Header("Host", "localhost") : headers[i - 1])
            .toList();
    return new LocalRequest(method, target, all, body, PEER);
  }

  private static List<String> names(LocalResponse response) {
    return response.headers().stream()
        .map(header -> header.name().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  /** Owes its answer until the latch opens. */
  private record Endless(CountDownLatch open) implements Health {
    @Override
    public String name() {
      return "endless";
    }

    @Override
    public boolean essential() {
      return true;
    }

    @Override
    public void check() {
      try {
        open.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
