package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.graphql.request.Arguments;
import dev.lastseat.graphql.request.GraphqlProblem;
import dev.lastseat.graphql.request.Sender;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is booked, bought and given back. */
record Mutations(GraphqlUseCases.Bookings bookings, GraphqlUseCases.Orders orders) {
  void addTo(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("book", by(Scope.BOOKINGS_WRITE, this::book))
                .dataFetcher("confirm", by(Scope.BOOKINGS_CONFIRM, this::confirm))
                .dataFetcher("cancel", by(Scope.BOOKINGS_WRITE, this::cancel))
                .dataFetcher("returnTickets", by(Scope.BOOKINGS_WRITE, this::returnTickets))
                .dataFetcher("order", by(Scope.BOOKINGS_WRITE, this::order))
                .dataFetcher("confirmOrder", by(Scope.BOOKINGS_CONFIRM, this::confirmOrder))
                .dataFetcher("cancelOrder", by(Scope.BOOKINGS_WRITE, this::cancelOrder)));
  }

  /** A user, or a program that has the scope, with the arguments that were given. */
  private static DataFetcher<?> by(Scope scope, BiFunction<Principal, Arguments, ?> change) {
    return environment ->
        change.apply(Sender.of(environment).user(scope), new Arguments(environment.getArguments()));
  }

  private BookingWithEvent book(Principal sender, Arguments arguments) {
    var command =
        new BookTickets.Command(
            sender.userId(),
            request(arguments),
            arguments.required("hold", Boolean.class),
            arguments.key().orElseThrow());
    return Refusals.granted(bookings.book().handle(command), _ -> "");
  }

  private OrderWithBookings order(Principal sender, Arguments arguments) {
    OrderItems items =
        new OrderItems(
            arguments.<List<Map<String, Object>>>optional("items").orElseThrow().stream()
                .map(item -> request(new Arguments(item)))
                .toList());
    boolean hold = arguments.required("hold", Boolean.class);
    var command =
        new PlaceOrder.Command(sender.userId(), items, hold, arguments.key().orElseThrow());
    return Refusals.granted(orders.place().handle(command), event -> items.nameOf(event) + ".");
  }

  private BookingWithEvent confirm(Principal sender, Arguments arguments) {
    BookingId id = arguments.requiredMade("id", BookingId::new);
    return Refusals.done(bookings.confirm().handle(id, sender), "The booking");
  }

  private OrderWithBookings confirmOrder(Principal sender, Arguments arguments) {
    OrderId id = arguments.requiredMade("id", OrderId::new);
    return Refusals.done(orders.confirm().handle(id, sender), "The order");
  }

  private static TicketRequest request(Arguments arguments) {
    return new TicketRequest(
        arguments.requiredMade("eventId", EventId::new),
        new Quantity(arguments.required("quantity", Integer.class)),
        arguments.optional("expectedPrice"),
        arguments.made("expectedCurrency", Money::currency));
  }

  private BookingWithEvent cancel(Principal sender, Arguments arguments) {
    BookingId id = arguments.requiredMade("id", BookingId::new);
    var command = new CancelBooking.Command(id, sender, reason(arguments));
    return Refusals.done(bookings.cancel().handle(command), "The booking");
  }

  private BookingWithEvent returnTickets(Principal sender, Arguments arguments) {
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

  private OrderWithBookings cancelOrder(Principal sender, Arguments arguments) {
    OrderId id = arguments.requiredMade("id", OrderId::new);
    var command = new CancelOrder.Command(id, sender, reason(arguments));
    return Refusals.done(orders.cancel().handle(command), "The order");
  }

  private static Reason reason(Arguments arguments) {
    return arguments.made("reason", Reason::said).orElse(Reason.NOT_GIVEN);
  }
}
