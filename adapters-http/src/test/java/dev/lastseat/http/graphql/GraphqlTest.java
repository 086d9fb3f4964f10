package dev.lastseat.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** GraphQL over HTTP, whatever it is that answers. */
class GraphqlTest extends ServerTest {
  private static final String ACCEPT = "Accept";
  private static final String GRAPHQL = "application/graphql-response+json";

  private final Map<String, Object> answer = new LinkedHashMap<>();
  private int cost = 1;

  GraphqlTest() {
    house.graphql =
        Optional.of(
            (request, sender, requestId, told) -> {
              told.accept(cost);
              answer.put("asked", request);
              answer.put("requestId", requestId);
              answer.put("sender", sender.map(known -> known.userId().value()).orElse("nobody"));
              return answer;
            });
  }

  @Test
  void what_was_run_is_answered_with_200_and_what_was_not_with_400() {
    Reply refused = api("/graphql").send("POST", "{'query':'{'}").is(400);
    Reply plain = api("/graphql").with(ACCEPT, "application/json").send("POST", "{}").is(200);
    answer.put("data", null);
    Reply run = api("/graphql").with(ACCEPT, GRAPHQL).send("POST", "{'query':'x'}").is(200);

    assertThat(refused.header("Content-Type")).startsWith(GRAPHQL);
    assertThat(refused.json().at("/asked/query").asText()).isEqualTo("{");
    assertThat(plain.header("Content-Type")).startsWith("application/json");
    assertThat(run.json().has("data")).isTrue();
    assertThat(run.json().path("requestId").asText()).isEqualTo(run.header("X-Request-Id"));
  }

  @Test
  void the_sender_is_known_and_a_token_that_is_not_good_is_an_error() {
    Reply anna = api("/graphql").as(token("anna")).send("POST", "{}");
    Reply nobody = api("/graphql").send("POST", "{}");

    assertThat(anna.json().path("sender").asText()).isEqualTo("anna");
    assertThat(nobody.json().path("sender").asText()).isEqualTo("nobody");
    api("/graphql").as("no token").send("POST", "{}").isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void a_request_that_costs_more_is_counted_as_more_and_refused_past_the_limit() {
    String first = api("/graphql").send("POST", "{}").header("RateLimit");
    cost = 10;
    String second = api("/graphql").send("POST", "{}").header("RateLimit");
    cost = 1_000_000;

    assertThat(remaining(first) - remaining(second)).isEqualTo(10);
    api("/graphql").send("POST", "{}").isError(Code.RATE_LIMIT_EXCEEDED);
  }

  private static int remaining(String header) {
    return Integer.parseInt(header.replaceAll(".*r=(\\d+).*", "$1"));
  }

  @Test
  void only_json_is_taken_so_that_no_foreign_page_can_send_it() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", GRAPHQL)) {
      api("/graphql").send("POST", type, "{}").isError(Code.UNSUPPORTED_MEDIA_TYPE);
    }
    api("/graphql").get().isError(Code.METHOD_NOT_ALLOWED);
    api("/graphql").send("POST", "[]").isError(Code.MALFORMED_JSON);
    api("/graphql").with(ACCEPT, "text/html").send("POST", "{}").isError(Code.NOT_ACCEPTABLE);
  }
}
