package dev.lastseat.graphql;

import dev.lastseat.application.order.FindOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders, found and shown. */
final class OrderFields {
  private final FindOrder orders;

  OrderFields(FindOrder orders) {
    this.orders = orders;
  }

  private record Total(BigDecimal amount, String currency) {}

  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type("Query", query -> query.dataFetcher("order", this::find));
    new Fields<OrderWithBookings>("Order")
        .field("id", shown -> shown.order().id().value())
        .field("userId", shown -> shown.order().userId().value())
        .field("createdAt", shown -> shown.order().createdAt())
        .field("bookings", OrderWithBookings::bookings)
        .field("totals", OrderFields::totals)
        .addTo(wiring);
    new Fields<Total>("Total")
        .field("amount", Total::amount)
        .field("currency", Total::currency)
        .addTo(wiring);
  }

  /** What was asked for all that was ordered, whatever became of it. */
  private static List<Total> totals(OrderWithBookings order) {
    Map<String, BigDecimal> amounts =
        order.bookings().stream()
            .map(one -> one.booking().details().totalPrice())
            .collect(
                Collectors.toMap(
                    price -> price.currency().getCurrencyCode(),
                    Money::major,
                    BigDecimal::add,
                    LinkedHashMap::new));
    return amounts.entrySet().stream()
        .map(total -> new Total(total.getValue(), total.getKey()))
        .toList();
  }

  private OrderWithBookings find(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_READ);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return orders.handle(id, sender).orElseThrow(() -> GraphqlProblem.notFound("The order"));
  }
}
