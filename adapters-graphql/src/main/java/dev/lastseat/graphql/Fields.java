package dev.lastseat.graphql;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a type that are no property of the value which they are a field of: each by a
 * function of it. The others are found by their names, and an {@link java.util.Optional} is null
 * where it is empty.
 */
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
}
