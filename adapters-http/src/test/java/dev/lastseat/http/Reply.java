package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.http.json.Code;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came back. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper mapper = new ObjectMapper();

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public JsonNode json() {
    try {
      return mapper.readTree(body);
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }

  public JsonNode data() {
    return json().path("data");
  }

  /** The text at a JSON pointer below {@code data}. */
  public String text(String pointer) {
    return data().at(pointer).asText();
  }

  public Reply is(int expected) {
    assertThat(status).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(expected);
    return this;
  }

  /** There is no body, and no header that would describe one. */
  public void saysNothingOfABody() {
    assertThat(body).isEmpty();
    assertThat(headers.map())
        .doesNotContainKeys("content-type", "content-length", "transfer-encoding");
  }

  /** It is an error of that code alone, in the envelope, with the status of the code. */
  public Reply isError(Code code) {
    is(code.status);
    assertThat(header("Content-Type")).startsWith("application/json");
    assertThat(json().path("success").isBoolean()).isTrue();
    assertThat(json().path("success").asBoolean()).isFalse();
    assertThat(json().path("message").asText()).isNotBlank();
    List<String> codes = new ArrayList<>();
    json().path("errors").forEach(error -> codes.add(error.path("code").asText()));
    assertThat(codes).isNotEmpty().containsOnly(code.name());
    if (code == Code.RATE_LIMIT_EXCEEDED) {
      String limit = header("RateLimit").replaceFirst("^\"(.*)\";.*", "$1");
      assertThat(Told.LIMITS)
          .as("the limits that the contract tells")
          .containsPattern("[\\s:]" + limit + "[,.\\s]");
    }
    return this;
  }

  /** What the contract says of 429. */
  private static final class Told {
    static final String LIMITS =
        new Contract().document().at("/components/responses/Error/description").asText();
  }

  public List<String> fields() {
    List<String> fields = new ArrayList<>();
    json().path("errors").forEach(error -> fields.add(error.path("field").asText()));
    return fields;
  }
}
