package dev.lastseat.graphql.query;

import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLTypeUtil;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much a query asks for.
 *
 * @param things what its answer may hold at the most: events, counts of tickets, bookings, orders
 */
record QuerySize(int depth, int aliases, long things) {
  static final int MAX_DEPTH = 8;
  static final int MAX_ALIASES = 20;
  static final int MAX_THINGS = 1_000;

  /** As many things as a page of the HTTP contract holds count as one request, as there. */
  static final int THINGS_OF_A_REQUEST = 100;

  static final QuerySize NONE = new QuerySize(0, 0, 0);

  private static final int ITEMS_OF_AN_ORDER = 10;
  private static final Set<String> THINGS = Set.of("Event", "Availability", "Booking", "Order");

  /** With one more field. What is asked of the schema itself counts as one request. */
  QuerySize with(QueryVisitorFieldEnvironment field) {
    boolean aliased = field.getField().getAlias() != null;
    boolean ofSchema = path(field).anyMatch(each -> each.getField().getName().startsWith("__"));
    return new QuerySize(
        ofSchema ? depth : Math.max(depth, (int) path(field).count()),
        aliased ? aliases + 1 : aliases,
        Math.min(Integer.MAX_VALUE, things + (ofSchema ? 0 : thingsOf(field))));
  }

  private static Stream<QueryVisitorFieldEnvironment> path(QueryVisitorFieldEnvironment field) {
    return Stream.iterate(
        field, each -> each != null, QueryVisitorFieldEnvironment::getParentEnvironment);
  }

  /** Whatever is changed counts as a request. */
  private static long thingsOf(QueryVisitorFieldEnvironment field) {
    if (field.getParentEnvironment() == null && isMutation(field)) {
      return THINGS_OF_A_REQUEST;
    }
    boolean thing = THINGS.contains(typeOf(field));
    return thing ? path(field).mapToLong(QuerySize::factor).reduce(1, (a, b) -> a * b) : 0;
  }

  private static boolean isMutation(QueryVisitorFieldEnvironment field) {
    return field.getFieldsContainer().getName().equals("Mutation");
  }

  private static String typeOf(QueryVisitorFieldEnvironment field) {
    return GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType()).getName();
  }

  /** How many of its kind there may be in one of what the field is of. */
  private static long factor(QueryVisitorFieldEnvironment field) {
    if (field.getArguments().get("first") instanceof Integer first) {
      return Math.clamp(first, 1, Integer.MAX_VALUE / 1_000);
    }
    boolean bookingsOfAnOrder =
        field.getFieldsContainer().getName().equals("Order") && typeOf(field).equals("Booking");
    return bookingsOfAnOrder ? ITEMS_OF_AN_ORDER : 1;
  }

  /** How many requests it counts as. */
  int requests() {
    return (int) Math.max(1, Math.ceilDiv(things, (long) THINGS_OF_A_REQUEST));
  }

  void require() {
    require("nests", depth, MAX_DEPTH, "fields");
    require("has", aliases, MAX_ALIASES, "aliases");
    require("may come to", things, MAX_THINGS, "things (first times what is in it)");
  }

  private static void require(String verb, long count, int max, String what) {
    if (count > max) {
      throw new AbortExecutionException(
          "The query %s %d %s; %d are allowed.".formatted(verb, count, what, max));
    }
  }
}
