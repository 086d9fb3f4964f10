package dev.lastseat.graphql;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One page of a list, as Relay's specification of cursor connections has it. */
record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {
  /**
   * @param cursor of the last one of a page, null of the others
   */
  record Edge<T>(T node, @Nullable String cursor) {}

  record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  /** Which page the arguments ask for. */
  static PageRequest wanted(DataFetchingEnvironment environment) {
    Arguments arguments = new Arguments(environment.getArguments());
    int first = arguments.required("first", Integer.class);
    if (first < 1 || first > PageRequest.MAX_LIMIT) {
      throw GraphqlProblem.invalid("first", "must be 1 to " + PageRequest.MAX_LIMIT);
    }
    Optional<Position> after =
        arguments
            .<String>optional("after")
            .map(
                cursor ->
                    Position.of(cursor, list(environment)).orElseThrow(Connection::notOfThisList));
    return new PageRequest.After(after, first);
  }

  static <T> Connection<T> of(Page<T> page, DataFetchingEnvironment environment) {
    String next = page.next().map(position -> position.cursor(list(environment))).orElse(null);
    List<T> items = page.items();
    int last = items.size() - 1;
    return new Connection<>(
        IntStream.rangeClosed(0, last)
            .mapToObj(index -> new Edge<>(items.get(index), index == last ? next : null))
            .toList(),
        new PageInfo(next != null, environment.getArgument("after") != null, null, next));
  }

  /** All that makes the list what it is. */
  private static String list(DataFetchingEnvironment environment) {
    Map<String, Object> filters = new TreeMap<>(environment.getArguments());
    filters.remove("first");
    filters.remove("after");
    return environment.getField().getName() + filters;
  }

  private static GraphqlProblem notOfThisList() {
    return GraphqlProblem.invalid("after", "must be the endCursor of this very list");
  }
}
