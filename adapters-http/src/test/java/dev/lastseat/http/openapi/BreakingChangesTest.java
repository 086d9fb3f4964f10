package dev.lastseat.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.http.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What breaks the clients of the last release is named in the change log. */
class BreakingChangesTest {
  private static final String BEFORE =
      """
      paths:
        /shows/{id}:
          parameters: [{ $ref: '#/components/parameters/Id' }]
          put:
            parameters: [{ name: when, in: query, schema: { type: string, enum: [past, all] } }]
            requestBody:
              content:
                application/json:
                  schema:
                    allOf: [{ $ref: '#/components/schemas/Show' }, { required: [name] }]
            responses:
              '200': { $ref: '#/components/responses/Show' }
              '404': { description: Not there. }
          delete:
            responses: { '204': { description: Gone. } }
      components:
        parameters:
          Id: { name: id, in: path, required: true, schema: { type: string } }
        responses:
          Show:
            content:
              application/json:
                schema:
                  type: object
                  required: [shows]
                  properties: { shows: { type: array, items: { $ref: '#/components/schemas/Show' } } }
        schemas:
          Show:
            type: object
            properties:
              name: { type: string }
              seats: { type: integer }
              kind: { type: string, enum: [play, opera] }
      """;

  @Test
  void every_breaking_change_since_the_last_release_is_named_in_the_change_log()
      throws IOException {
    JsonNode released = Contract.parsed(Files.readAllBytes(Path.of("../contract/released.yaml")));
    String log = Files.readString(Path.of("../CHANGELOG.md"));
    String unreleased = log.substring(log.indexOf("## [Unreleased]"));
    int end = unreleased.indexOf("\n## [", 1);

    assertThat(BreakingChanges.between(released, new Contract().document()))
        .as("lines that CHANGELOG.md needs below [Unreleased]; see CONTRIBUTING.md")
        .allSatisfy(
            change ->
                assertThat(end < 0 ? unreleased : unreleased.substring(0, end)).contains(change));
  }

  @Test
  void an_operation_that_is_gone() {
    assertBreaks("    delete:", "    head:", "`DELETE /shows/{id}` is gone");
  }

  @Test
  void a_parameter_that_is_required_or_gone() {
    assertBreaks(
        "{ name: when, in: query,",
        "{ name: when, in: query, required: true,",
        "`PUT /shows/{id}`: the parameter `when` is required");
    assertBreaks("name: when", "name: then", "`PUT /shows/{id}`: the parameter `when` is gone");
  }

  @Test
  void a_status_that_is_gone() {
    assertBreaks("'404':", "'410':", "`PUT /shows/{id}`: the answer 404 is gone");
  }

  @Test
  void a_value_that_is_refused() {
    assertBreaks("[past, all]", "[all]", "`PUT /shows/{id}`: the parameter `when` is never past");
    assertBreaks("[play, opera]", "[play]", "`PUT /shows/{id}`: the body, `kind` is never opera");
    assertBreaks(
        "seats: { type: integer }",
        "seats: { type: integer, enum: [1] }",
        "`PUT /shows/{id}`: the body, `seats` is never another than 1");
  }

  @Test
  void a_field_of_a_body_that_is_required_or_refused() {
    assertBreaks(
        "required: [name]", "required: [name, seats]", "`PUT /shows/{id}`: the body needs `seats`");
    assertBreaks(
        "seats: {",
        "places: {",
        "`PUT /shows/{id}`: the body, `seats` is refused",
        "`PUT /shows/{id}`: the answer 200, `shows`, `[]`, `seats` is gone");
  }

  @Test
  void a_field_of_another_type() {
    assertBreaks(
        "seats: { type: integer }",
        "seats: { type: string }",
        "`PUT /shows/{id}`: the body, `seats` has another type",
        "`PUT /shows/{id}`: the answer 200, `shows`, `[]`, `seats` has another type");
    assertBreaks(
        "seats: { type: integer }",
        "seats: { type: number }",
        "`PUT /shows/{id}`: the answer 200, `shows`, `[]`, `seats` has another type");
  }

  @Test
  void a_field_of_an_answer_that_may_be_absent() {
    assertBreaks(
        "required: [shows]",
        "required: []",
        "`PUT /shows/{id}`: the answer 200, `shows` may be absent");
  }

  @Test
  void another_media_type() {
    String body = "requestBody:\n        content:\n          application/json:";
    assertBreaks(
        body,
        body.replace("json", "xml"),
        "`PUT /shows/{id}`: a body of application/json is refused");
    String answer = "Show:\n      content:\n        application/json:";
    assertBreaks(
        answer,
        answer.replace("json", "xml"),
        "`PUT /shows/{id}`: the answer 200 is never application/json");
  }

  @Test
  void what_is_added_breaks_nobody() {
    assertBreaks("seats: {", "colour: { type: string }\n        seats: {");
    assertBreaks("[play, opera]", "[play, opera, ballet]");
    assertBreaks("'404':", "'409': { description: Too late. }\n        '404':");
    assertBreaks("    delete:", "    get: { responses: {} }\n    delete:");
    assertBreaks("[{ name: when", "[{ name: where, in: query }, { name: when");
  }

  private static void assertBreaks(String before, String after, String... changes) {
    assertThat(BEFORE).contains(before);
    assertThat(BreakingChanges.between(parsed(BEFORE), parsed(BEFORE.replace(before, after))))
        .containsExactlyInAnyOrder(changes);
  }

  private static JsonNode parsed(String yaml) {
    return Contract.parsed(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
