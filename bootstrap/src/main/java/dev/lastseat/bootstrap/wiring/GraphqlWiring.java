package dev.lastseat.bootstrap.wiring;

import dev.lastseat.graphql.GraphqlAdapters;
import dev.lastseat.graphql.GraphqlSettings;
import dev.lastseat.graphql.GraphqlUseCases;
import dev.lastseat.http.booking.BookingUseCases;
import dev.lastseat.http.booking.OrderUseCases;
import dev.lastseat.http.event.EventUseCases;
import dev.lastseat.http.graphql.GraphqlEndpoint;
import java.time.Clock;

/**
 * GraphQL over the use cases. It is apart so that nothing of it is loaded where it is not wanted.
 */
final class GraphqlWiring {
  private GraphqlWiring() {}

  static GraphqlEndpoint endpoint(GraphqlSettings settings, SaleWiring sale, Clock clock) {
    EventUseCases events = sale.events();
    BookingUseCases bookings = sale.bookings();
    OrderUseCases orders = sale.orders();
    GraphqlUseCases useCases =
        new GraphqlUseCases(
            events.find(),
            new GraphqlUseCases.Bookings(
                bookings.book(),
                bookings.find(),
                bookings.list(),
                bookings.confirm(),
                bookings.cancel(),
                bookings.giveBack()),
            new GraphqlUseCases.Orders(
                orders.place(), orders.find(), orders.confirm(), orders.cancel()));
    return new GraphqlAdapters(settings, useCases, clock)::answer;
  }
}
