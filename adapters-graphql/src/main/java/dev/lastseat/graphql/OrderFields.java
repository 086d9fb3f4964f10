package dev.lastseat.graphql;

import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;

/** Orders, found and shown. */
final class OrderFields {
  private final FindOrder orders;

  OrderFields(FindOrder orders) {
    this.orders = orders;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type("Query", query -> query.dataFetcher("order", this::find));
    new Fields<OrderWithBookings>("Order")
        .field("id", shown -> shown.order().id().value())
        .field("userId", shown -> shown.order().userId().value())
        .field("createdAt", shown -> shown.order().createdAt())
        .field("bookings", OrderWithBookings::bookings)
        .field("totals", OrderWithBookings::totals)
        .addTo(wiring);
    new Fields<Money>("Total")
        .field("amount", Money::major)
        .field("currency", total -> total.currency().getCurrencyCode())
        .addTo(wiring);
  }

  private OrderWithBookings find(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return orders.handle(id, sender).orElseThrow(() -> GraphqlProblem.notFound("The order"));
  }
}
