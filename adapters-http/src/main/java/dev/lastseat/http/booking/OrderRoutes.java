package dev.lastseat.http.booking;

import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.order.PlaceOrder.Outcome;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Orders. */
public final class OrderRoutes {
  private final OrderUseCases orders;
  private final Idempotency idempotency;

  public OrderRoutes(OrderUseCases orders, Idempotency idempotency) {
    this.orders = orders;
    this.idempotency = idempotency;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/orders", Access.USER, this::place).scoped(Scope.BOOKINGS_WRITE),
        Route.query("/orders", Access.USER, this::list).scoped(Scope.BOOKINGS_READ),
        Route.get("/orders/{id}", Access.USER, this::show).scoped(Scope.BOOKINGS_READ));
  }

  private void place(Context context) {
    UserId user = RequestContext.principal(context).userId();
    RememberedResponses.Key key = Idempotency.key(context, user);
    OrderItems items = items(RequestBodies.fields(context));
    String canonical =
        Json.write(items.list().stream().map(TicketRequestBodies::canonical).toList());
    var command = new PlaceOrder.Command(user, items, key.value());
    idempotency.once(context, key, canonical, () -> placed(orders.place().handle(command), items));
  }

  private static OrderItems items(Fields body) {
    List<TicketRequest> requests =
        body.require("items")
            .items(
                "items",
                OrderItems.MAX,
                item -> TicketRequestBodies.read(item.require("eventId", "quantity")));
    Optional<OrderItems> items =
        requests.isEmpty() ? Optional.empty() : body.attempt(() -> new OrderItems(requests));
    body.requireGood();
    return items.orElseThrow();
  }

  private static Idempotency.Granted placed(Outcome outcome, OrderItems items) {
    return switch (outcome) {
      case Outcome.Placed(OrderWithBookings order) -> granted(order, false);
      case Outcome.AlreadyPlaced(OrderWithBookings order) -> granted(order, true);
      case Outcome.KeyReused _ -> throw Idempotency.reused();
      case Outcome.UnderWay _ -> throw Idempotency.underWay();
      case Outcome.Refused(EventId event, Refusal refusal) -> {
        int index = items.list().stream().map(TicketRequest::event).toList().indexOf(event);
        throw Refusals.problem(refusal, "items[" + index + "].");
      }
    };
  }

  private static Idempotency.Granted granted(OrderWithBookings order, boolean replayed) {
    String location = Route.BASE + "/orders/" + order.order().id().value();
    String body = Envelope.success(BookingViews.order(order), message(order));
    return new Idempotency.Granted(location, body, replayed);
  }

  /** What was done, and what has become of it since: the request may have been granted long ago. */
  private static String message(OrderWithBookings order) {
    long live =
        order.bookings().stream().filter(one -> one.booking() instanceof Booking.Live).count();
    if (live == order.bookings().size()) {
      return "Ordered.";
    }
    return live == 0 ? "Ordered; cancelled since." : "Ordered; cancelled in part since.";
  }

  private void list(Context context) {
    OrderListQuery query = OrderListQuery.of(context);
    Page<OrderWithBookings> page =
        orders
            .list()
            .handle(query.query(), RequestContext.principal(context))
            .orElseThrow(
                () ->
                    Problem.of(
                        Code.AUTHORIZATION_ERROR,
                        "Other people's orders are for staff and admins."));
    Responses.list(context, page, BookingViews::order, query.paging(), "Orders.");
  }

  private void show(Context context) {
    OrderId id = Route.id(context, "The order", OrderId::new);
    OrderWithBookings order =
        orders
            .find()
            .handle(id, RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound("The order"));
    Responses.ok(context, BookingViews.order(order), "The order.");
  }
}
