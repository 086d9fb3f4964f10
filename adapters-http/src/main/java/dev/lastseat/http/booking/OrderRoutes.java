package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.ORDER;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.order.CancelOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.order.PlaceOrder;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders. */
public record OrderRoutes(OrderUseCases orders, Idempotency idempotency) {
  public List<Route> routes() {
    return List.of(
        Route.post("/orders", Access.USER, this::place).scoped(Scope.BOOKINGS_WRITE),
        Route.query("/orders", Access.USER, this::list).scoped(Scope.BOOKINGS_READ),
        Route.get("/orders/{id}", Access.USER, this::show).scoped(Scope.BOOKINGS_READ),
        Route.patch("/orders/{id}/confirm", Access.USER, this::confirm)
            .scoped(Scope.BOOKINGS_CONFIRM),
        Route.post("/orders/{id}/cancel", Access.USER, this::cancel).scoped(Scope.BOOKINGS_WRITE),
        Route.post("/orders/{id}/extension", Access.USER, this::extend)
            .scoped(Scope.BOOKINGS_CONFIRM));
  }

  private void place(Context context) {
    UserId user = userId(context);
    RememberedResponses.Key key = Idempotency.key(context, user);
    Fields body = RequestBodies.fields(context);
    boolean hold = body.flag("hold").orElse(false);
    OrderItems items = items(body);
    String canonical =
        Json.write(
            List.of(items.list().stream().map(TicketRequestBodies::canonical).toList(), hold));
    var command = new PlaceOrder.Command(user, items, hold, key.value());
    idempotency.once(context, key, canonical, () -> placed(orders.place().handle(command), items));
  }

  private static OrderItems items(Fields body) {
    List<TicketRequest> requests =
        body.require("items")
            .items(
                "items",
                OrderItems.MAX,
                item -> TicketRequestBodies.read(item.require("eventId", "quantity")));
    return body.requireGood(
        requests.isEmpty() ? Optional.empty() : body.composed(() -> new OrderItems(requests)));
  }

  private static Idempotency.Granted placed(SaleOutcome<OrderWithBookings> sale, OrderItems items) {
    SaleOutcome.Granted<OrderWithBookings> granted =
        Refusals.granted(sale, event -> items.nameOf(event) + ".");
    OrderWithBookings order = granted.now();
    String location = Route.BASE + "/orders/" + order.order().id().value();
    String body = Envelope.success(BookingViews.ORDER.apply(order), message(order));
    return new Idempotency.Granted(location, body, granted.replayed());
  }

  /** What was done, and what has become of it since: the request may have been granted long ago. */
  private static String message(OrderWithBookings order) {
    Optional<Booking.Pending> hold =
        order.bookings().stream().flatMap(one -> one.hold().stream()).findFirst();
    if (hold.isPresent()) {
      return Refusals.heldUntil(hold.get(), order.mustBeHeld());
    }
    boolean held = bookings(order).anyMatch(booking -> booking.details().hold());
    String done = held ? "Held" : "Ordered";
    long live = bookings(order).filter(Booking.Live.class::isInstance).count();
    if (live == order.bookings().size()) {
      return held ? "Held; bought since." : "Ordered.";
    }
    if (bookings(order).anyMatch(Booking.Expired.class::isInstance)) {
      return "Held; expired since.";
    }
    return done + (live == 0 ? "; cancelled since." : "; cancelled in part since.");
  }

  private static Stream<Booking> bookings(OrderWithBookings order) {
    return order.bookings().stream().map(BookingWithEvent::booking);
  }

  private void list(Context context) {
    Query query = new Query(context);
    Optional<UserId> user = BookingListQuery.whose(query, Optional.of(userId(context)));
    Optional<Instant> from = query.instant("dateFrom", false, ZoneOffset.UTC);
    Optional<Instant> to = query.instant("dateTo", true, ZoneOffset.UTC);
    Paging paging = Paging.of(query);
    Page<OrderWithBookings> page =
        orders
            .find()
            .search(new OrderQuery(user, from, to, paging.request()), principal(context))
            .orElseThrow(
                () -> Problem.forbidden("Other people's orders are for staff and admins."));
    Responses.list(context, page, BookingViews.ORDER, paging, "Orders.");
  }

  private void confirm(Context context) {
    OrderId id = ORDER.id(context);
    PaidConfirmation.confirm(
        context,
        orders.take(),
        new Purchase.OfOrder(id),
        ORDER,
        () ->
            answer(
                context,
                orders.confirm().handle(id, principal(context)),
                "The order is confirmed."));
  }

  private void cancel(Context context) {
    Reason reason = Refusals.reason(context);
    var command = new CancelOrder.Command(ORDER.id(context), principal(context), reason);
    answer(context, orders.cancel().handle(command), "The order is cancelled.");
  }

  private void extend(Context context) {
    Instant until = Refusals.until(RequestBodies.fields(context));
    var change = orders.extend().handle(ORDER.id(context), until, principal(context));
    answer(context, change, "The holds are extended.");
  }

  private static void answer(Context context, Change<OrderWithBookings> change, String message) {
    Responses.ok(context, BookingViews.ORDER.apply(Refusals.done(change, ORDER)), message);
  }

  private void show(Context context) {
    OrderWithBookings order =
        orders.find().handle(ORDER.id(context), principal(context)).orElseThrow(ORDER::notFound);
    Responses.ok(context, BookingViews.ORDER.apply(order), "The order.");
  }
}
