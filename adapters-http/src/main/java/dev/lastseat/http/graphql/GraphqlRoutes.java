package dev.lastseat.http.graphql;

import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GraphQL over HTTP, where it is wanted. What a request asks for is judged behind the endpoint, the
 * scopes of API keys too; what is no request in GraphQL at all is answered as everywhere.
 */
public record GraphqlRoutes(Optional<GraphqlEndpoint> endpoint, RateLimits limits) {
  static final String GRAPHQL = "application/graphql-response+json";
  private static final List<String> OFFERED = List.of(GRAPHQL, "application/json");

  public List<Route> routes() {
    return endpoint.stream()
        .map(
            graphql ->
                Route.post("/graphql", Access.ALL_KEYS, context -> answer(context, graphql))
                    .offering(OFFERED))
        .toList();
  }

  /** Clients that know plain JSON only take a status of its own for a failure of the transport. */
  private void answer(Context context, GraphqlEndpoint graphql) {
    Map<String, Object> request = Json.map(RequestBodies.body(context, RequestBodies.JSON));
    Map<String, Object> answer =
        graphql.answer(
            request,
            RequestContext.of(context).principal(),
            RequestContext.of(context).requestId(),
            requests -> limits.takeMore(context, requests - 1));
    String type = Accept.best(context, OFFERED);
    boolean refused = !answer.containsKey("data") && type.equals(GRAPHQL);
    Responses.json(context, refused ? 400 : 200, Json.write(answer));
    context.contentType(type);
  }
}
