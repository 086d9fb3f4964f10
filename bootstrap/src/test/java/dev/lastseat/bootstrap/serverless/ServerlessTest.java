package dev.lastseat.bootstrap.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.bootstrap.Serverless;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.bootstrap.settings.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different for a function. */
class ServerlessTest {
  private static final String LIST = "/api/v1/events?limit=1";

  @TempDir Path data;

  @Test
  void a_store_that_would_be_lost_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> new Serverless(Map.of("DATA_DIR", data.toString())).start())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("MONGODB_URI is not set")
        .hasMessageContaining("EPHEMERAL_STORE=allowed");
  }

  @Test
  void a_password_that_nobody_would_ever_read_is_not_made_up() {
    Map<String, String> settings = new HashMap<>(Function.settings(embedded()));
    settings.remove("ADMIN_PASSWORD");

    assertThatThrownBy(() -> new Serverless(settings).start())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("ADMIN_PASSWORD is not set");
  }

  @Test
  void a_password_is_not_asked_for_once_there_is_an_admin() {
    Map<String, String> settings = new HashMap<>(Function.settings(SharedEngines.settings()));
    new Serverless(settings).start().close();
    settings.remove("ADMIN_PASSWORD");

    new Serverless(settings).start().close();
  }

  @Test
  void an_answer_that_is_zipped_comes_as_bytes() throws IOException {
    Function function = new Function(embedded(), Shape.FUNCTION_URL);
    var event =
        Shape.FUNCTION_URL.event("GET", "/openapi.yaml", "", Map.of("accept-encoding", "br, gzip"));

    var result = function.invoke(event);

    assertThat(result.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(result.at("/headers/content-encoding").asText()).isEqualTo("gzip");
    byte[] body = result.path("body").binaryValue();
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("openapi: 3.1");
    }
  }

  @Test
  void a_body_of_megabytes_is_too_large() {
    Function function = new Function(embedded(), Shape.HTTP_API);
    String megabytes = "{\"name\":\"" + "x".repeat(5_000_000) + "\"}";

    var answer =
        function.send(
            "POST", "/api/v1/auth/register", megabytes, Map.of("content-type", "application/json"));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void senders_are_told_apart_by_the_address_that_the_gateway_saw() {
    Function function = new Function(embedded(), Shape.HTTP_API);

    assertThat(left(function, "203.0.113.9")).isEqualTo("r=99999");
    assertThat(left(function, "203.0.113.9")).isEqualTo("r=99998");
    assertThat(left(function, "203.0.113.10")).isEqualTo("r=99999");
  }

  private static String left(Function function, String address) {
    ObjectNode event = Shape.HTTP_API.event("GET", LIST, "", Map.of());
    ((ObjectNode) event.at("/requestContext/http")).put("sourceIp", address);
    ((ObjectNode) event.path("headers")).put("x-forwarded-for", "198.51.100.1, " + address);
    String limit = function.invoke(event).at("/headers/ratelimit").asText();
    return limit.replaceAll(".*(r=\\d+).*", "$1");
  }

  @Test
  void each_restored_snapshot_serves_and_makes_ids_of_its_own() throws Exception {
    Function function = new Function(embedded(), Shape.HTTP_API);
    Set<String> ids = new HashSet<>();
    for (int restores = 1; restores <= 3; restores++) {
      function.restore();
      var answer = function.send("GET", LIST, "", Map.of());
      assertThat(answer.status()).isEqualTo(200);
      ids.add(answer.headers().path("x-request-id").asText());
      assertThat(ids).hasSize(restores);
    }
  }

  private Map<String, String> embedded() {
    return Map.of("DATA_DIR", data.toString(), "EPHEMERAL_STORE", "allowed");
  }
}
