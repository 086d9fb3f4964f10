package dev.lastseat.graphql;

import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.OrderQuery;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;
import java.util.Optional;

/** Orders, found and shown. */
final class OrderFields {
  private final GraphqlUseCases.Orders orders;

  OrderFields(GraphqlUseCases.Orders orders) {
    this.orders = orders;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query", query -> query.dataFetcher("orders", this::list).dataFetcher("order", this::find));
    new Fields<OrderWithBookings>("Order")
        .field("id", shown -> shown.order().id().value())
        .field("userId", shown -> shown.order().userId().value())
        .field("createdAt", shown -> shown.order().createdAt())
        .field("bookings", OrderWithBookings::bookings)
        .field("totals", OrderWithBookings::totals)
        .addTo(wiring);
    Fields.addConnection("Order", wiring);
    new Fields<Money>("Total")
        .field("amount", Money::major)
        .field("currency", total -> total.currency().getCurrencyCode())
        .addTo(wiring);
  }

  private Connection<OrderWithBookings> list(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    Map<String, Object> given = environment.getArguments();
    Arguments arguments = new Arguments(given);
    OrderQuery query =
        new OrderQuery(
            Optional.of(sender.userId()),
            arguments.optional("dateFrom"),
            arguments.optional("dateTo"),
            Connection.wanted("orders", given));
    return orders
        .list()
        .handle(query, sender)
        .map(page -> Connection.of(page, "orders", given))
        .orElseThrow(() -> new IllegalStateException("everybody may list their own"));
  }

  private OrderWithBookings find(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return orders.find().handle(id, sender).orElseThrow(() -> GraphqlProblem.notFound("The order"));
  }
}
