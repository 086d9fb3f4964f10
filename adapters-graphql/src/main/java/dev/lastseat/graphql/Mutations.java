package dev.lastseat.graphql;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.order.ConfirmOrder;
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
      case BookTickets.Outcome.KeyReused _ -> throw reused();
      case BookTickets.Outcome.Refused(Refusal refusal) -> throw refused(refusal, "");
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
      case PlaceOrder.Outcome.KeyReused _ -> throw reused();
      case PlaceOrder.Outcome.UnderWay _ ->
          throw GraphqlProblem.of(
              Code.REQUEST_IN_FLIGHT, "A request with this idempotencyKey is under way.");
      case PlaceOrder.Outcome.Refused(EventId event, Refusal refusal) -> {
        int index = items.list().stream().map(TicketRequest::event).toList().indexOf(event);
        throw refused(refusal, "items[" + index + "].");
      }
    };
  }

  private BookingWithEvent confirm(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_CONFIRM);
    BookingId id = new Arguments(environment.getArguments()).requiredMade("id", BookingId::new);
    return switch (bookings.confirm().handle(id, sender)) {
      case ConfirmBooking.Outcome.Confirmed(BookingWithEvent booking) -> booking;
      case ConfirmBooking.Outcome.NotFound _ -> throw GraphqlProblem.notFound("The booking");
      case ConfirmBooking.Outcome.Forbidden _ -> throw confirmedByServer();
      case ConfirmBooking.Outcome.PaymentNeeded _ -> throw paymentNeeded();
      case ConfirmBooking.Outcome.NotBookable(var reason) ->
          throw GraphqlProblem.of(Code.EVENT_NOT_BOOKABLE, reason.why());
      case ConfirmBooking.Outcome.NotPossible(String why) ->
          throw GraphqlProblem.of(Code.CONFLICT, why);
    };
  }

  private OrderWithBookings confirmOrder(DataFetchingEnvironment environment) {
    Principal sender = Sender.of(environment).user(Scope.BOOKINGS_CONFIRM);
    OrderId id = new Arguments(environment.getArguments()).requiredMade("id", OrderId::new);
    return switch (orders.confirm().handle(id, sender)) {
      case ConfirmOrder.Outcome.Confirmed(OrderWithBookings order) -> order;
      case ConfirmOrder.Outcome.NotFound _ -> throw GraphqlProblem.notFound("The order");
      case ConfirmOrder.Outcome.Forbidden _ -> throw confirmedByServer();
      case ConfirmOrder.Outcome.PaymentNeeded _ -> throw paymentNeeded();
      case ConfirmOrder.Outcome.NotBookable(var reason) ->
          throw GraphqlProblem.of(Code.EVENT_NOT_BOOKABLE, reason.why());
      case ConfirmOrder.Outcome.NotPossible(String why) ->
          throw GraphqlProblem.of(Code.CONFLICT, why);
    };
  }

  private static TicketRequest request(Arguments arguments) {
    return new TicketRequest(
        arguments.requiredMade("eventId", EventId::new),
        new Quantity(arguments.required("quantity", Integer.class)),
        arguments.optional("expectedPrice"),
        arguments.made("expectedCurrency", Money::currency));
  }

  static GraphqlProblem reused() {
    return GraphqlProblem.of(
        Code.IDEMPOTENCY_KEY_REUSED, "This idempotencyKey was used for another request.");
  }

  private static GraphqlProblem paymentNeeded() {
    return GraphqlProblem.of(
        Code.PAYMENT_NEEDED, "What costs something is confirmed over HTTP, with its payment.");
  }

  private static GraphqlProblem confirmedByServer() {
    return GraphqlProblem.of(
        Code.AUTHORIZATION_ERROR, "Holds of this event are confirmed by those who run it.");
  }

  private static GraphqlProblem refused(Refusal refusal, String item) {
    return switch (refusal) {
      case Refusal.EventNotFound _ -> refused(Code.NOT_FOUND, item, refusal);
      case Refusal.NotBookable _ -> refused(Code.EVENT_NOT_BOOKABLE, item, refusal);
      case Refusal.PriceChanged _ ->
          GraphqlProblem.of(Code.PRICE_CHANGED, item + "expectedPrice", refusal.why());
      case Refusal.SoldOut _ -> refused(Code.SOLD_OUT, item, refusal);
      case Refusal.NoContingent _ -> refused(Code.CONFLICT, item, refusal);
      case Refusal.AllowanceSpent _ -> refused(Code.ALLOWANCE_SPENT, item, refusal);
      case Refusal.HoldAgainLater _ -> refused(Code.HOLD_AGAIN_LATER, item, refusal);
      case Refusal.EmailNotVerified _ -> refused(Code.AUTHORIZATION_ERROR, item, refusal);
    };
  }

  private static GraphqlProblem refused(Code code, String item, Refusal refusal) {
    return item.isEmpty()
        ? GraphqlProblem.of(code, refusal.why())
        : GraphqlProblem.of(code, item + "eventId", refusal.why());
  }
}
