package dev.lastseat.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway is given of an answer. */
class HttpResultTest {
  private static final byte[] BYTES = {0, (byte) 0xff, 1};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-ndjson; charset=utf-8",
        "text/csv; charset=utf-8",
        "application/problem+json"
      })
  void text_is_text(String type) throws IOException {
    JsonNode result =
        result("ü".getBytes(StandardCharsets.UTF_8), new Header("Content-Type", type));

    assertThat(result.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(result.path("body").asText()).isEqualTo("ü");
    assertThat(result.at("/headers/content-type").asText()).isEqualTo(type);
    assertThat(result.path("statusCode").asInt()).isEqualTo(200);
  }

  @Test
  void anything_else_is_base_64() throws IOException {
    JsonNode zipped =
        result(
            BYTES,
            new Header("Content-Type", "application/json"),
            new Header("Content-Encoding", "gzip"));
    JsonNode image = result(BYTES, new Header("Content-Type", "image/png"));

    for (JsonNode result : List.of(zipped, image)) {
      assertThat(result.path("isBase64Encoded").asBoolean()).isTrue();
      assertThat(result.path("body").binaryValue()).isEqualTo(BYTES);
    }
  }

  @Test
  void a_header_that_comes_twice_is_one_line_and_each_cookie_one_of_its_own() throws IOException {
    JsonNode result =
        result(
            new byte[0],
            new Header("Vary", "Origin"),
            new Header("vary", "Accept"),
            new Header("Set-Cookie", "a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT"),
            new Header("Set-Cookie", "b=2"),
            new Header("Content-Length", "0"),
            new Header("Transfer-Encoding", "chunked"));

    assertThat(result.path("headers").toString()).isEqualTo("{\"vary\":\"Origin, Accept\"}");
    assertThat(result.path("cookies").toString())
        .isEqualTo("[\"a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT\",\"b=2\"]");
  }

  @Test
  void an_answer_that_lambda_would_not_take_is_an_error_that_says_so() throws IOException {
    byte[] fits = new byte[HttpResult.MAX_BYTES - 200];
    byte[] tooLong = new byte[HttpResult.MAX_BYTES];
    java.util.Arrays.fill(fits, (byte) 'x');
    java.util.Arrays.fill(tooLong, (byte) 'x');

    assertThat(result(fits, new Header("Content-Type", "text/csv")).path("statusCode").asInt())
        .isEqualTo(200);
    JsonNode refused = result(tooLong, new Header("Content-Type", "text/csv"));
    assertThat(refused.path("statusCode").asInt()).isEqualTo(413);
    assertThat(refused.path("body").asText()).contains("PAYLOAD_TOO_LARGE", "6291456 bytes");
  }

  private static JsonNode result(byte[] body, Header... headers) throws IOException {
    return new ObjectMapper()
        .readTree(HttpResult.of(new LocalResponse(200, List.of(headers), body)));
  }
}
