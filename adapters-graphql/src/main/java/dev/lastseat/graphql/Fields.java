package dev.lastseat.graphql;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a type, each by a function of the value that it is a field of. */
final class Fields<T> {
  private final TypeRuntimeWiring.Builder type;

  Fields(String type) {
    this.type = TypeRuntimeWiring.newTypeWiring(type);
  }

  Fields<T> field(String name, Function<T, @Nullable Object> value) {
    type.dataFetcher(
        name, environment -> value.apply(Objects.requireNonNull(environment.<T>getSource())));
    return this;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(type);
  }

  /** Those of a list that is read page by page. */
  static void addConnection(String of, RuntimeWiring.Builder wiring) {
    new Fields<Connection<?>>(of + "Connection")
        .field("edges", Connection::edges)
        .field("pageInfo", Connection::pageInfo)
        .addTo(wiring);
    new Fields<Connection.Edge<?>>(of + "Edge")
        .field("node", Connection.Edge::node)
        .field("cursor", Connection.Edge::cursor)
        .addTo(wiring);
  }

  static void addPageInfo(RuntimeWiring.Builder wiring) {
    new Fields<Connection.PageInfo>("PageInfo")
        .field("hasNextPage", Connection.PageInfo::hasNextPage)
        .field("hasPreviousPage", Connection.PageInfo::hasPreviousPage)
        .field("startCursor", Connection.PageInfo::startCursor)
        .field("endCursor", Connection.PageInfo::endCursor)
        .addTo(wiring);
  }
}
