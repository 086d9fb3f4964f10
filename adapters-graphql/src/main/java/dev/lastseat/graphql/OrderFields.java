package dev.lastseat.graphql;

import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Optional;

/** Orders, found and shown. */
record OrderFields(GraphqlUseCases.Orders orders) {
  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query", query -> query.dataFetcher("orders", this::list).dataFetcher("order", this::find));
    new Fields<OrderWithBookings>("Order")
        .field("id", shown -> shown.order().id().value())
        .field("userId", shown -> shown.order().userId().value())
        .field("createdAt", shown -> shown.order().createdAt())
        .field("cancelledAt", shown -> shown.order().cancelledAt())
        .addTo(wiring);
    new Fields<Totals>("Total")
        .field("amount", total -> total.booked().major())
        .field("standing", total -> total.standing().major())
        .field("returned", total -> total.returned().major())
        .field("fees", total -> total.fees().major())
        .field("refund", total -> total.refund().major())
        .field("currency", total -> total.booked().currency().getCurrencyCode())
        .addTo(wiring);
  }

  private Connection<OrderWithBookings> list(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    Arguments arguments = new Arguments(environment.getArguments());
    OrderQuery query =
        new OrderQuery(
            Optional.of(sender.userId()),
            arguments.optional("dateFrom"),
            arguments.optional("dateTo"),
            Connection.wanted(environment));
    return orders
        .find()
        .search(query, sender)
        .map(page -> Connection.of(page, environment))
        .orElseThrow(() -> new IllegalStateException("everybody may list their own"));
  }

  private OrderWithBookings find(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return orders.find().handle(id, sender).orElseThrow(() -> GraphqlProblem.notFound("The order"));
  }
}
