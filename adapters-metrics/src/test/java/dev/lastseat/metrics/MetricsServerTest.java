package dev.lastseat.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsServerTest {
  private static final String HERE = "127.0.0.1";

  @Test
  void the_page_is_at_metrics_and_nothing_else_is_anywhere() throws Exception {
    try (MetricsServer server = MetricsServer.start(HERE, 0, () -> "sold_total 1\n");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page = send(client, HttpRequest.newBuilder(server.uri()));
      assertThat(page.body()).isEqualTo("sold_total 1\n");
      assertThat(page.headers().firstValue("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      URI elsewhere = server.uri().resolve("/metrics/of/others");
      assertThat(send(client, HttpRequest.newBuilder(elsewhere)).statusCode()).isEqualTo(404);
      assertThat(
              send(client, HttpRequest.newBuilder(server.uri()).POST(BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(405);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9464, 200",
    "localhost, 200",
    "[::1]:9464, 200",
    "evil.example:9464, 421",
    "127.0.0.1.evil.example, 421",
    "localhost.evil.example, 421"
  })
  void a_name_of_a_stranger_that_leads_here_shows_a_page_of_theirs_nothing(String host, int status)
      throws Exception {
    try (MetricsServer server = MetricsServer.start(HERE, 0, () -> "");
        Socket browser = new Socket(HERE, server.uri().getPort())) {
      browser
          .getOutputStream()
          .write("GET /metrics HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(host).getBytes(UTF_8));
      assertThat(browser.getInputStream().readAllBytes())
          .asString(UTF_8)
          .startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void a_port_in_use_is_told() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> MetricsServer.start(HERE, taken.getLocalPort(), () -> ""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void an_address_that_there_is_not_is_told() {
    assertThatThrownBy(() -> MetricsServer.start("no.such.host.invalid", 0, () -> ""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Unresolved address");
  }

  @Test
  void there_are_only_so_many_connections() throws Exception {
    try (MetricsServer server = MetricsServer.start(HERE, 0, () -> "")) {
      List<Socket> readers = new ArrayList<>();
      try {
        for (int i = 0; i < MetricsServer.MAX_CONNECTIONS; i++) {
          readers.add(new Socket(HERE, server.uri().getPort()));
        }
        Socket oneMore = new Socket(HERE, server.uri().getPort());
        readers.add(oneMore);
        assertThat(oneMore.getInputStream().read()).isEqualTo(-1);
        Socket first = readers.getFirst();
        first.getOutputStream().write("GET /metrics HTTP/1.0\r\n\r\n".getBytes(UTF_8));
        assertThat(first.getInputStream().readAllBytes()).asString().contains("200");
      } finally {
        for (Socket reader : readers) {
          reader.close();
        }
      }
    }
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
