package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Optional;

/** What is given back: a booking, some of its tickets, an order. */
record Returns(GraphqlUseCases.Bookings bookings, GraphqlUseCases.Orders orders) {
  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("cancel", this::cancel)
                .dataFetcher("returnTickets", this::returnTickets)
                .dataFetcher("cancelOrder", this::cancelOrder));
  }

  private BookingWithEvent cancel(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_WRITE);
    Arguments arguments = new Arguments(environment.getArguments());
    BookingId id = arguments.requiredMade("id", BookingId::new);
    var command = new CancelBooking.Command(id, sender, reason(arguments));
    return Refusals.done(bookings.cancel().handle(command), "The booking");
  }

  private BookingWithEvent returnTickets(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_WRITE);
    Arguments arguments = new Arguments(environment.getArguments());
    BookingId id = arguments.requiredMade("id", BookingId::new);
    Wish wish = wish(arguments);
    Optional<IdempotencyKey> key = arguments.key();
    if (wish instanceof Wish.Any && key.isEmpty()) {
      throw GraphqlProblem.invalid("idempotencyKey", "is needed with a count");
    }
    var command = new ReturnTickets.Command(id, sender, wish, key.map(IdempotencyKey::value));
    return Refusals.done(bookings.giveBack().handle(command), "The booking");
  }

  private static Wish wish(Arguments arguments) {
    Optional<List<Integer>> tickets = arguments.optional("tickets");
    Optional<Integer> count = arguments.optional("count");
    if (tickets.isPresent() == count.isPresent()) {
      throw GraphqlProblem.invalid("tickets", "must be there, or a count instead of them");
    }
    if (tickets
        .filter(it -> it.isEmpty() || it.stream().distinct().count() < it.size())
        .isPresent()) {
      throw GraphqlProblem.invalid("tickets", "must be different numbers");
    }
    return count
        .<Wish>map(it -> new Wish.Any(quantity(it)))
        .orElseGet(() -> new Wish.These(tickets.orElseThrow()));
  }

  private static Quantity quantity(int count) {
    if (count < 1 || count > Quantity.MAX) {
      throw GraphqlProblem.invalid("count", "must be 1 to " + Quantity.MAX);
    }
    return new Quantity(count);
  }

  private OrderWithBookings cancelOrder(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_WRITE);
    Arguments arguments = new Arguments(environment.getArguments());
    OrderId id = arguments.requiredMade("id", OrderId::new);
    var command = new CancelOrder.Command(id, sender, reason(arguments));
    return Refusals.done(orders.cancel().handle(command), "The order");
  }

  private static Reason reason(Arguments arguments) {
    return arguments.made("reason", Reason::new).orElse(Reason.NOT_GIVEN);
  }
}
