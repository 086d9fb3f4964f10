package dev.lastseat.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which event does what, and when the program behind the handler is started and ended. */
class LambdaHandlerTest {
  private final FakeProgram program = new FakeProgram();
  private final LambdaHandler handler = new LambdaHandler(program);

  @Test
  void the_program_is_started_once_for_all_invocations() throws IOException {
    assertThat(program.started).isEqualTo(1);

    assertThat(status(Events.httpApi())).isEqualTo(204);
    assertThat(status(Events.functionUrl())).isEqualTo(204);

    assertThat(program.started).isEqualTo(1);
    assertThat(program.requests).hasSize(2);
  }

  @Test
  void a_scheduled_event_sweeps_once_and_answers_nothing() throws IOException {
    assertThat(handle(Events.scheduled().toString(), 30_000)).isEmpty();

    assertThat(program.swept).isEqualTo(1);
    assertThat(program.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"version\":\"1.0\",\"httpMethod\":\"GET\",\"path\":\"/\"}",
        "{\"Records\":[]}",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\"}",
        "[]",
        "3",
        "",
        "<html>"
      })
  void what_is_neither_is_an_error_that_says_so(String event) {
    assertThatThrownBy(() -> handle(event, 30_000))
        .isInstanceOf(UnknownEvent.class)
        .hasMessageContaining("This event is n");
    assertThat(program.requests).isEmpty();
    assertThat(program.swept).isZero();
  }

  @Test
  void the_fields_of_a_strange_event_are_named() {
    assertThatThrownBy(() -> handle("{\"version\":\"1.0\",\"httpMethod\":\"GET\"}", 30_000))
        .hasMessageContaining("payload format 2.0")
        .hasMessageEndingWith("it has the fields version, httpMethod");
  }

  @Test
  void a_request_that_comes_too_late_is_refused_and_not_begun() throws IOException {
    JsonNode refused = result(Events.httpApi(), 999);

    assertThat(refused.path("statusCode").asInt()).isEqualTo(503);
    assertThat(refused.at("/headers/retry-after").asText()).isEqualTo("1");
    assertThat(refused.path("body").asText()).contains("SERVICE_UNAVAILABLE");
    assertThat(program.requests).isEmpty();
  }

  @Test
  void there_is_time_left_to_bring_the_answer_back() throws IOException {
    program.answer = Optional.empty();

    assertThat(result(Events.httpApi(), 1_000).path("statusCode").asInt()).isEqualTo(503);
    assertThat(program.patience).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void a_program_that_cannot_start_says_so_before_the_first_invocation() {
    program.failure = Optional.of(new IllegalStateException("MONGODB_URI is not set"));

    assertThatThrownBy(() -> new LambdaHandler(program)).hasMessage("MONGODB_URI is not set");
  }

  @Test
  void a_snapshot_has_no_running_program_and_each_restored_one_starts_its_own() throws Exception {
    handler.snapshot().beforeCheckpoint(Core.getGlobalContext());
    assertThat(program.closed).isEqualTo(1);
    assertThat(program.requests).hasSize(1);

    handler.snapshot().afterRestore(Core.getGlobalContext());
    assertThat(program.started).isEqualTo(1);
    assertThat(status(Events.httpApi())).isEqualTo(204);
    assertThat(program.started).isEqualTo(2);
  }

  @Test
  void what_is_away_after_a_restore_is_tried_again_with_the_next_request() throws Exception {
    handler.snapshot().beforeCheckpoint(Core.getGlobalContext());
    program.failure = Optional.of(new IllegalStateException("does not answer"));
    assertThat(status(Events.httpApi())).isEqualTo(503);

    program.failure = Optional.empty();
    assertThat(status(Events.httpApi())).isEqualTo(204);
  }

  private int status(JsonNode event) throws IOException {
    return result(event, 30_000).path("statusCode").asInt();
  }

  private JsonNode result(JsonNode event, int millis) throws IOException {
    return new ObjectMapper().readTree(handle(event.toString(), millis));
  }

  private String handle(String event, int millis) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        output,
        new Invocation(millis));
    return output.toString(StandardCharsets.UTF_8);
  }
}
