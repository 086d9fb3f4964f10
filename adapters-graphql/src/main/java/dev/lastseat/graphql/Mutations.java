package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.GraphqlProblem.Code;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** What is booked and bought. */
record Mutations(GraphqlUseCases.Bookings bookings, GraphqlUseCases.Orders orders) {
  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("book", this::book)
                .dataFetcher("confirm", this::confirm)
                .dataFetcher("order", this::order)
                .dataFetcher("confirmOrder", this::confirmOrder));
  }

  private BookingWithEvent book(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_WRITE);
    Arguments arguments = new Arguments(environment.getArguments());
    var command =
        new BookTickets.Command(
            sender.userId(),
            request(arguments),
            arguments.required("hold", Boolean.class),
            arguments.key().orElseThrow());
    return switch (bookings.book().handle(command)) {
      case BookTickets.Outcome.Booked(BookingWithEvent booking) -> booking;
      case BookTickets.Outcome.AlreadyBooked(BookingWithEvent booking) -> booking;
      case BookTickets.Outcome.KeyReused _ -> throw Refusals.reused();
      case BookTickets.Outcome.Refused(Refusal refusal) -> throw Refusals.problem(refusal, "");
    };
  }

  private OrderWithBookings order(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_WRITE);
    Arguments arguments = new Arguments(environment.getArguments());
    OrderItems items =
        new OrderItems(
            arguments.<List<Map<String, Object>>>optional("items").orElseThrow().stream()
                .map(item -> request(new Arguments(item)))
                .toList());
    boolean hold = arguments.required("hold", Boolean.class);
    var command =
        new PlaceOrder.Command(sender.userId(), items, hold, arguments.key().orElseThrow());
    return switch (orders.place().handle(command)) {
      case PlaceOrder.Outcome.Placed(OrderWithBookings order) -> order;
      case PlaceOrder.Outcome.AlreadyPlaced(OrderWithBookings order) -> order;
      case PlaceOrder.Outcome.KeyReused _ -> throw Refusals.reused();
      case PlaceOrder.Outcome.UnderWay _ ->
          throw GraphqlProblem.of(
              Code.REQUEST_IN_FLIGHT, "A request with this idempotencyKey is under way.");
      case PlaceOrder.Outcome.Refused(EventId event, Refusal refusal) -> {
        int index = items.list().stream().map(TicketRequest::event).toList().indexOf(event);
        throw Refusals.problem(refusal, "items[" + index + "].");
      }
    };
  }

  private BookingWithEvent confirm(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_CONFIRM);
    BookingId id = new Arguments(environment.getArguments()).requiredMade("id", BookingId::new);
    return Refusals.done(bookings.confirm().handle(id, sender), "The booking");
  }

  private OrderWithBookings confirmOrder(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_CONFIRM);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return Refusals.done(orders.confirm().handle(id, sender), "The order");
  }

  private static TicketRequest request(Arguments arguments) {
    return new TicketRequest(
        arguments.requiredMade("eventId", EventId::new),
        new Quantity(arguments.required("quantity", Integer.class)),
        arguments.optional("expectedPrice"),
        arguments.made("expectedCurrency", Money::currency));
  }
}
