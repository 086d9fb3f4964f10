package dev.lastseat.http.booking;

import static java.util.Objects.requireNonNull;

import dev.lastseat.application.booking.OrderWithBookings;
import dev.lastseat.application.booking.PlaceOrder;
import dev.lastseat.application.booking.PlaceOrder.Outcome;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.RememberedResponses;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.json.Bodies;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Forms;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.PathIds;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;

/** Orders. */
public final class OrderRoutes {
  private final OrderUseCases orders;
  private final Forms forms;
  private final Idempotency idempotency;

  public OrderRoutes(OrderUseCases orders, Forms forms, Idempotency idempotency) {
    this.orders = orders;
    this.forms = forms;
    this.idempotency = idempotency;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/orders", Access.USER, this::place),
        Route.get("/orders/{id}", Access.USER, this::show));
  }

  private void place(Context context) {
    UserId user = RequestContext.principal(context).userId();
    RememberedResponses.Key key = Idempotency.key(context, user);
    Bodies.Order body =
        forms.read(RequestBodies.body(context, RequestBodies.JSON), Bodies.Order.class);
    OrderItems items =
        new OrderItems(requireNonNull(body.items()).stream().map(Bodies.Item::request).toList());
    String canonical =
        Json.write(new Bodies.Order(items.list().stream().map(Bodies.Item::of).toList()));
    var command = new PlaceOrder.Command(user, items, key.value());
    idempotency.once(context, key, canonical, () -> placed(orders.place().handle(command), items));
  }

  private static Idempotency.Granted placed(Outcome outcome, OrderItems items) {
    return switch (outcome) {
      case Outcome.Placed(OrderWithBookings order) -> granted(order, false);
      case Outcome.AlreadyPlaced(OrderWithBookings order) -> granted(order, true);
      case Outcome.KeyReused _ -> throw Idempotency.reused();
      case Outcome.UnderWay _ -> throw Idempotency.underWay();
      case Outcome.Refused(EventId event, Refusal refusal) -> {
        int index = items.list().stream().map(TicketRequest::event).toList().indexOf(event);
        throw Refusals.problem(refusal, "items[%d].".formatted(index));
      }
    };
  }

  private static Idempotency.Granted granted(OrderWithBookings order, boolean replayed) {
    String location = Route.BASE + "/orders/" + order.order().id().value();
    String body = Envelope.success(OrderViews.order(order), "Ordered.");
    return new Idempotency.Granted(location, body, replayed);
  }

  private void show(Context context) {
    OrderId id = PathIds.of(context, "The order", OrderId::new);
    OrderWithBookings order =
        orders
            .find()
            .handle(id, RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound("The order"));
    Responses.ok(context, OrderViews.order(order), "The order.");
  }
}
