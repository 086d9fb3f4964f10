package dev.lastseat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.request.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The contract that is served, and what it says of JSON (OpenAPI 3.1, JSON Schema 2020-12). */
public final class Contract {
  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNode document = parsed(StaticFile.resource("openapi.yaml"));
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  public JsonNode document() {
    return document;
  }

  /** By their paths in the contract; they are listed only, so there is nothing behind them. */
  @SuppressWarnings("NullAway")
  public static List<Route> routes() {
    UseCases none =
        new UseCases(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Optional.empty());
    HttpPorts ports = new HttpPorts(null, null, null, null, null, List.of(), null);
    Listeners listeners =
        new Listeners(
            ServerTest.LISTENERS,
            Duration.ZERO,
            _ -> Optional.empty(),
            Clock.systemUTC(),
            new Random());
    return Routes.all(none, ports, null, listeners, Duration.ZERO, Clock.systemUTC()).stream()
        .filter(route -> route.path().startsWith(Route.BASE))
        .map(Route::atRoot)
        .toList();
  }

  /** An operation, by its method in small letters and the path of its route. */
  public JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  public JsonNode operation(Route route) {
    return operation(route.method().name().toLowerCase(Locale.ROOT), route.path());
  }

  /** What a body or an answer may be, by its media type. */
  public Map<String, JsonNode> media(JsonNode described) {
    Map<String, JsonNode> media = new LinkedHashMap<>();
    resolved(described)
        .path("content")
        .properties()
        .forEach(each -> media.put(each.getKey(), each.getValue()));
    return media;
  }

  public List<JsonNode> examples(JsonNode media) {
    List<JsonNode> examples = new ArrayList<>();
    if (media.has("example")) {
      examples.add(media.path("example"));
    }
    media.path("examples").forEach(example -> examples.add(resolved(example).path("value")));
    return examples;
  }

  /** What is wrong with an answer of the route, which may be one without a body. */
  public List<Error> errors(Route route, Reply reply) {
    String method = route.method().name().toLowerCase(Locale.ROOT);
    return reply.body().length == 0 ? List.of() : errors(method, route.path(), reply);
  }

  /** What is wrong with an answer of the operation. */
  public List<Error> errors(String method, String path, Reply reply) {
    JsonNode responses = operation(method, path).path("responses");
    JsonNode response = resolved(responses.path(Integer.toString(reply.status())));
    if (response.isMissingNode()) {
      throw new AssertionError(method + " " + path + " never answers " + reply.status());
    }
    return errors(schema(response), reply.json());
  }

  /** What is wrong with an answer that any operation may give. */
  public List<Error> errorsOfAny(Reply reply) {
    return errors(schema(document.at("/components/responses/Error")), reply.json());
  }

  /** What is wrong with a body that is sent to the operation. */
  public List<Error> errorsOfBody(String method, String path, JsonNode body) {
    return errors(schema(resolved(operation(method, path).path("requestBody"))), body);
  }

  /** That of the one media type that there is. */
  private static JsonNode schema(JsonNode described) {
    return described.path("content").elements().next().path("schema");
  }

  /** What is wrong with a value of the schema. */
  public List<Error> errors(JsonNode schema, JsonNode json) {
    if (schema.isMissingNode()) {
      throw new AssertionError("the contract has no schema for " + json);
    }
    ObjectNode whole = mapper.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return schemas.getSchema(whole).validate(json);
  }

  /** What a reference leads to, or the node itself. */
  public JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** A contract in YAML. */
  public static JsonNode parsed(byte[] contract) {
    try {
      return new ObjectMapper().readTree(DocsRoutes.asJson(contract));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
