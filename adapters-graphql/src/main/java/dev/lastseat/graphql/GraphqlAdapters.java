package dev.lastseat.graphql;

import dev.lastseat.domain.user.Principal;
import dev.lastseat.graphql.query.QueryLimits;
import dev.lastseat.graphql.request.Errors;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Answers requests in GraphQL. */
public final class GraphqlAdapters {
  private static final Set<String> FIELDS =
      Set.of("query", "documentId", "operationName", "variables", "extensions");

  private final GraphQL graphql;
  private final EventFields events;
  private final GraphqlSettings settings;
  private final Clock clock;

  public GraphqlAdapters(GraphqlSettings settings, GraphqlUseCases useCases, Clock clock) {
    this.events = new EventFields(useCases.events());
    this.graphql =
        GraphQL.newGraphQL(schema(useCases))
            .instrumentation(new QueryLimits())
            .defaultDataFetcherExceptionHandler(new Errors())
            .build();
    this.settings = settings;
    this.clock = clock;
  }

  /** The schema with what answers each of its fields. */
  static GraphQLSchema schema(GraphqlUseCases useCases) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().scalar(Scalars.dateTime()).scalar(Scalars.decimal());
    new EventFields(useCases.events()).addTo(wiring);
    new BookingFields(useCases.bookings()).addTo(wiring);
    new OrderFields(useCases.orders()).addTo(wiring);
    new Mutations(useCases.bookings(), useCases.orders()).addTo(wiring);
    return new SchemaGenerator()
        .makeExecutableSchema(new SchemaParser().parse(schema()), wiring.build());
  }

  /** The schema, as its language has it. */
  static String schema() {
    try (InputStream schema = GraphqlAdapters.class.getResourceAsStream("schema.graphqls")) {
      if (schema == null) {
        throw new IllegalStateException("schema.graphqls is not in the jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Answers a request, both as GraphQL over HTTP has them in JSON; without {@code data} where
   * nothing was run.
   *
   * @param requestId names the request where something went wrong
   * @param cost is told before anything is read how many requests this counts as, and may throw
   */
  public Map<String, Object> answer(
      Map<String, Object> request, Optional<Principal> sender, String requestId, IntConsumer cost) {
    try {
      return answer(graphql.execute(input(request, new Sender(sender, requestId, clock), cost)));
    } catch (GraphqlProblem refused) {
      return Errors.refusal(refused);
    }
  }

  private ExecutionInput input(Map<String, Object> request, Sender sender, IntConsumer cost) {
    for (String field : request.keySet()) {
      if (!FIELDS.contains(field)) {
        throw GraphqlProblem.invalid(field, "is no field of a request");
      }
    }
    object(request, "extensions");
    return ExecutionInput.newExecutionInput(document(request))
        .operationName(text(request, "operationName").orElse(null))
        .variables(object(request, "variables"))
        .dataLoaderRegistry(events.loaders(sender))
        .graphQLContext(
            context -> {
              sender.attachTo(context);
              QueryLimits.addTo(context, cost);
              context.put(Introspection.INTROSPECTION_DISABLED, !settings.introspection());
            })
        .build();
  }

  private String document(Map<String, Object> request) {
    return settings
        .documents()
        .map(known -> text(request, "documentId").flatMap(known::find))
        .orElseGet(() -> text(request, "query"))
        .orElseThrow(
            () ->
                settings.documents().isPresent()
                    ? GraphqlProblem.invalid(
                        "documentId", "must be sha256: and the SHA-256 of a document known here")
                    : GraphqlProblem.invalid("query", "must be there"));
  }

  private static Optional<String> text(Map<String, Object> request, String field) {
    Object value = request.get(field);
    if (value != null && !(value instanceof String)) {
      throw GraphqlProblem.invalid(field, "must be a text");
    }
    return Optional.ofNullable((String) value);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> request, String field) {
    Object value = request.get(field);
    if (value != null && !(value instanceof Map)) {
      throw GraphqlProblem.invalid(field, "must be an object");
    }
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static Map<String, Object> answer(ExecutionResult result) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", result.getErrors().stream().map(Errors::told).toList());
    }
    if (result.isDataPresent()) {
      answer.put("data", result.getData());
    }
    return answer;
  }
}
