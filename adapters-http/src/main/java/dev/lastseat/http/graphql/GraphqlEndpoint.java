package dev.lastseat.http.graphql;

import dev.lastseat.domain.user.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Answers requests in GraphQL, both as GraphQL over HTTP has them in JSON. */
@FunctionalInterface
public interface GraphqlEndpoint {
  /**
   * Answers a request; without {@code data} where nothing was run.
   *
   * @param requestId names the request where something went wrong
   * @param cost is to be told before anything is read how many requests this counts as; throws
   *     where they are too many
   */
  Map<String, Object> answer(
      Map<String, Object> request, Optional<Principal> sender, String requestId, IntConsumer cost);
}
