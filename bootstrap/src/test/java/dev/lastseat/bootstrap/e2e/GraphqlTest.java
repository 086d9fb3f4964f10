package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.graphql.GraphqlAdapters;
import graphql.language.EnumTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** GraphQL of the whole program, as its page shows it, and its schema beside the contract. */
class GraphqlTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```graphql\\n(.*?)^```$");

  @Test
  void the_examples_of_the_page_work(@TempDir Path data) throws Exception {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Project.ROOT.resolve("docs/graphql.md")))
            .results()
            .map(each -> each.group(1))
            .toList();
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("GRAPHQL", "on");
    try (Lastseat lastseat = Programs.start(settings);
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      String event = office.event(10, 10);
      Caller customer = office.customers(1).getFirst();

      Answer bought =
          ask(
              office,
              customer,
              examples.get(1),
              Map.of("key", UUID.randomUUID().toString(), "event", event));
      Answer home = ask(office, customer, examples.get(0), Map.of("first", 5));

      assertThat(examples).hasSize(2);
      assertThat(bought.data().at("/book/status").asText()).isEqualTo("confirmed");
      assertThat(home.data().at("/events/edges/0/node/availability/availableTickets").asInt())
          .isEqualTo(8);
      assertThat(home.data().at("/bookings/edges/0/node/quantity").asInt()).isEqualTo(2);
    }
  }

  @Test
  void without_the_setting_there_is_none(@TempDir Path data) {
    try (House house = OneInstance.on(data)) {
      assertThat(house.office().api.post("/graphql", Caller.NOBODY, "{}").code())
          .isEqualTo("NOT_FOUND");
    }
  }

  private static Answer ask(
      BoxOffice office, Caller caller, String query, Map<String, Object> variables)
      throws IOException {
    String body =
        new ObjectMapper().writeValueAsString(Map.of("query", query, "variables", variables));
    Answer answer = office.api.post("/graphql", caller, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().has("errors")).as(answer.body().toString()).isFalse();
    return answer;
  }

  @Test
  void fields_and_words_are_those_of_the_contract() throws Exception {
    TypeDefinitionRegistry schema =
        new SchemaParser().parse(resource(GraphqlAdapters.class, "schema.graphqls"));
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(10_000);
    Map<?, ?> components =
        at(
            new Yaml(options)
                .<Map<?, ?>>load(resource(dev.lastseat.http.HttpServer.class, "openapi.yaml")),
            "components",
            "schemas");

    for (String type : List.of("Event", "Availability", "Booking", "Order")) {
      Set<String> fields = new HashSet<>();
      schema
          .getType(type, ObjectTypeDefinition.class)
          .orElseThrow()
          .getFieldDefinitions()
          .forEach(field -> fields.add(field.getName()));
      assertThat(properties(components, Objects.requireNonNull(components.get(type))))
          .as(type)
          .containsAll(fields);
    }
    for (String type : List.of("EventStatus", "BookingStatus", "NotBookableReason")) {
      assertThat(
              schema
                  .getType(type, EnumTypeDefinition.class)
                  .orElseThrow()
                  .getEnumValueDefinitions()
                  .stream()
                  .map(value -> value.getName()))
          .as(type)
          .containsExactlyInAnyOrderElementsOf(words(components, type));
    }
  }

  /** Those of a schema, and of all that it is made of. */
  private static Set<String> properties(Map<?, ?> components, Object schema) {
    Set<String> names = new HashSet<>();
    Map<?, ?> described = (Map<?, ?>) schema;
    if (described.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      names.addAll(properties(components, Objects.requireNonNull(components.get(name))));
    }
    if (described.get("allOf") instanceof List<?> parts) {
      parts.forEach(part -> names.addAll(properties(components, part)));
    }
    if (described.get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(name -> names.add((String) name));
    }
    return names;
  }

  private static List<String> words(Map<?, ?> components, String type) {
    return ((List<?>) Objects.requireNonNull(at(components, type).get("enum")))
        .stream().map(String::valueOf).toList();
  }

  private static Map<?, ?> at(Map<?, ?> from, String... steps) {
    Map<?, ?> found = from;
    for (String step : steps) {
      found = (Map<?, ?>) Objects.requireNonNull(found.get(step));
    }
    return found;
  }

  private static String resource(Class<?> beside, String name) throws IOException {
    try (InputStream resource = Objects.requireNonNull(beside.getResourceAsStream(name))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
