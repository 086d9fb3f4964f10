package dev.lastseat.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.Contract;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract that is served is the contract that is kept. */
class OpenApiTest {
  private static final Set<Access> NO_TOKEN = Set.of(Access.OPEN, Access.ALL, Access.ALL_KEYS);

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Contract served = new Contract();
  private final JsonNode contract = served.document();

  @Test
  void every_route_is_in_the_contract_and_everything_in_the_contract_is_a_route() {
    assertThat(named()).containsExactlyInAnyOrderElementsOf(operations());
  }

  @Test
  void what_needs_a_token_says_so() {
    for (Route route : Contract.routes()) {
      JsonNode security = operation(route).path("security");
      boolean open = security.isMissingNode() || security.path(0).isEmpty();
      assertThat(open).as(route.toString()).isEqualTo(NO_TOKEN.contains(route.access()));
      assertThat(operation(route).path("responses").has("403"))
          .as(route.toString())
          .isEqualTo(route.access() != Access.OPEN);
    }
  }

  @Test
  void every_route_names_the_scope_that_it_takes_of_an_api_key() {
    for (Route route : Contract.routes()) {
      List<String> scopes = new ArrayList<>();
      operation(route)
          .path("security")
          .findValues("apiKey")
          .forEach(names -> names.forEach(name -> scopes.add(name.asText())));
      assertThat(scopes)
          .as(route.toString())
          .containsExactlyElementsOf(route.scope().stream().map(Scope::word).toList());
    }
    List<String> words = new ArrayList<>();
    contract.at("/components/schemas/Scope/enum").forEach(word -> words.add(word.asText()));
    assertThat(words)
        .containsExactlyElementsOf(Stream.of(Scope.values()).map(Scope::word).toList());
    assertThat(Contract.routes().stream().flatMap(route -> route.scope().stream()))
        .contains(Scope.values());
  }

  @Test
  void every_operation_tells_every_error_that_can_come_of_it() {
    for (Route route : Contract.routes()) {
      boolean health = isHealth(route);
      JsonNode responses = operation(route).path("responses");

      assertThat(responses.at("/default/$ref").asText())
          .as(route.toString())
          .isEqualTo("#/components/responses/Error");
      assertThat(responses.has("400")).as(route.toString()).isEqualTo(!health);
    }
  }

  @Test
  void what_a_list_can_be_asked_is_in_the_contract() {
    for (Route route : Contract.routes()) {
      if (route.readsQuery() && !isHealth(route)) {
        assertThat(operation(route).path("parameters").size()).as(route.toString()).isPositive();
      }
    }
  }

  @Test
  void every_operation_has_an_id_of_its_own_that_reads_like_a_method() {
    List<String> ids = contract.findValuesAsText("operationId");
    assertThat(ids).hasSameSizeAs(Contract.routes()).doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"));
  }

  /** A generated client has a class for each thing, named as people would name it. */
  @Test
  void every_body_and_every_answer_has_a_schema_with_a_name() {
    for (Route route : Contract.routes()) {
      List<JsonNode> described = new ArrayList<>();
      described.add(operation(route).path("requestBody"));
      operation(route).path("responses").forEach(described::add);
      for (JsonNode each : described) {
        JsonNode json = served.media(each).get("application/json");
        assertThat(json == null || json.at("/schema/$ref").isTextual())
            .as(route.toString())
            .isTrue();
      }
    }
  }

  /** It counts as absent. */
  @Test
  void a_text_in_a_query_may_be_empty() {
    for (JsonNode parameter : contract.findParents("in")) {
      JsonNode schema = served.resolved(parameter.path("schema"));
      if (parameter.path("in").asText().equals("query")
          && schema.path("type").asText().equals("string")
          && !schema.has("enum")) {
        assertThat(served.errors(schema, TextNode.valueOf(""))).as(parameter.toString()).isEmpty();
      }
    }
  }

  /** YAML takes a bare 500 for a number, and generators of clients refuse it. */
  @Test
  void every_summary_and_every_description_is_a_text() {
    for (String name : List.of("summary", "description")) {
      for (JsonNode owner : contract.findParents(name)) {
        assertThat(owner.has("properties") || owner.path(name).isTextual())
            .as(owner.toString())
            .isTrue();
      }
    }
  }

  @Test
  void every_reference_leads_somewhere() {
    contract
        .findValuesAsText("$ref")
        .forEach(
            reference ->
                assertThat(contract.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void every_code_of_an_error_is_in_the_contract() {
    List<String> codes = new ArrayList<>();
    contract.at("/components/schemas/ErrorCode/enum").forEach(code -> codes.add(code.asText()));
    assertThat(codes).containsExactly(names(Code.values()));
  }

  @Test
  void every_answer_names_its_request_and_what_is_left_of_the_rate_limit() {
    for (Route route : Contract.routes()) {
      boolean health = isHealth(route);
      for (JsonNode response : operation(route).path("responses")) {
        JsonNode headers = served.resolved(response).path("headers");
        assertThat(headers.has("X-Request-Id")).as(route.toString()).isTrue();
        assertThat(health || headers.has("RateLimit") && headers.has("RateLimit-Policy"))
            .as(route.toString())
            .isTrue();
      }
    }
  }

  @Test
  void no_body_has_a_field_that_the_contract_does_not_know() {
    JsonNode unknown = new ObjectMapper().createObjectNode().put("colour", "red");
    for (Route route : Contract.routes()) {
      if (operation(route).has("requestBody")) {
        assertThat(served.errorsOfBody(lower(route), route.path(), unknown))
            .as(route.toString())
            .extracting(Error::getKeyword)
            .containsAnyOf("additionalProperties", "unevaluatedProperties");
      }
    }
  }

  @Test
  void a_patch_may_reset_what_has_a_default_and_nothing_else() {
    var patch = new ObjectMapper().createObjectNode().putNull("currency").put("name", "Opera");

    assertThat(served.errorsOfBody("patch", "/events/{id}", patch)).isEmpty();
    assertThat(served.errorsOfBody("patch", "/events/{id}", patch.putNull("name"))).hasSize(1);
  }

  private JsonNode operation(Route route) {
    return served.operation(route);
  }

  private List<String> operations() {
    List<String> operations = new ArrayList<>();
    contract
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            operations.add(method + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  private static List<String> named() {
    return Contract.routes().stream().map(route -> lower(route) + " " + route.path()).toList();
  }

  private static boolean isHealth(Route route) {
    return route.path().startsWith("/health");
  }

  private static String lower(Route route) {
    return route.method().name().toLowerCase(Locale.ROOT);
  }

  private static String[] names(Code[] codes) {
    return java.util.Arrays.stream(codes).map(Code::name).toArray(String[]::new);
  }
}
