package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.returns.Totals;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.SingletonPropertyDataFetcher;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaTest {
  /** What fields are read from by their names, where no function is told for them. */
  private static final Map<String, Class<?>> SOURCES =
      Map.of(
          "Event", Event.class,
          "Availability", Availability.class,
          "Booking", BookingWithEvent.class,
          "Buyer", BuyerContact.class,
          "Order", OrderWithBookings.class,
          "Total", Totals.class,
          "Connection", Connection.class,
          "Edge", Connection.Edge.class,
          "PageInfo", Connection.PageInfo.class);

  @Test
  void every_field_has_a_function_or_is_a_property_of_what_it_is_a_field_of() {
    GraphQLSchema schema = GraphqlAdapters.schema(new Stage().useCases());

    for (var type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
        String source = object.getName().replaceFirst(".+(?=Connection|Edge)", "");
        assertThat(object.getFieldDefinitions())
            .allMatch(
                field ->
                    !(fetcher(schema, object, field) instanceof SingletonPropertyDataFetcher)
                        || isProperty(field, Objects.requireNonNull(SOURCES.get(source))),
                object.getName());
      }
    }
  }

  private static DataFetcher<?> fetcher(
      GraphQLSchema schema, GraphQLObjectType type, GraphQLFieldDefinition field) {
    return schema
        .getCodeRegistry()
        .getDataFetcher(FieldCoordinates.coordinates(type, field), field);
  }

  private static boolean isProperty(GraphQLFieldDefinition field, Class<?> source) {
    return Arrays.stream(source.getMethods())
        .anyMatch(method -> method.getName().equals(field.getName()));
  }
}
