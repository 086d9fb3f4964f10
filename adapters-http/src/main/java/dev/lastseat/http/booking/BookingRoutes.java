package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.BOOKING;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bookings. */
public record BookingRoutes(BookingUseCases bookings, Idempotency idempotency) {
  public List<Route> routes() {
    return List.of(
        Route.post("/bookings", Access.USER, this::book).scoped(Scope.BOOKINGS_WRITE),
        Route.query("/bookings", Access.USER, this::list)
            .scoped(Scope.BOOKINGS_READ)
            .offering(BookingExport.OFFERED),
        Route.get("/bookings/{id}", Access.USER, this::show).scoped(Scope.BOOKINGS_READ),
        Route.patch("/bookings/{id}/confirm", Access.USER, this::confirm)
            .scoped(Scope.BOOKINGS_CONFIRM),
        Route.post("/bookings/{id}/extension", Access.USER, this::extend)
            .scoped(Scope.BOOKINGS_CONFIRM),
        Route.patch("/bookings/{id}/cancel", Access.USER, this::cancel)
            .scoped(Scope.BOOKINGS_WRITE));
  }

  private void book(Context context) {
    UserId user = userId(context);
    RememberedResponses.Key key = Idempotency.key(context, user);
    Fields body = RequestBodies.fields(context).require("eventId");
    Optional<TicketRequest> request = TicketRequestBodies.read(body);
    boolean hold = body.flag("hold").orElse(false);
    body.requireGood();
    var command = new BookTickets.Command(user, request.orElseThrow(), hold, key.value());
    String canonical = Json.write(List.of(TicketRequestBodies.canonical(command.request()), hold));
    idempotency.once(context, key, canonical, () -> booked(bookings.book().handle(command)));
  }

  static Idempotency.Granted booked(SaleOutcome<BookingWithEvent> sale) {
    SaleOutcome.Granted<BookingWithEvent> granted = Refusals.granted(sale, _ -> "");
    BookingWithEvent booking = granted.now();
    String location = Route.BASE + "/bookings/" + booking.booking().id().value();
    String body = Envelope.success(BookingViews.BOOKING.apply(booking), message(booking));
    return new Idempotency.Granted(location, body, granted.replayed());
  }

  /** What was done, and what has become of it since: the request may have been granted long ago. */
  private static String message(BookingWithEvent shown) {
    Booking booking = shown.booking();
    String done = booking.details().hold() ? "Held" : "Booked";
    return switch (booking) {
      case Booking.Pending hold -> Refusals.heldUntil(hold, shown.mustBeHeld());
      case Booking.Confirmed _ -> booking.details().hold() ? "Held; bought since." : "Booked.";
      case Booking.Cancelled _ -> done + "; cancelled since.";
      case Booking.Expired _ -> done + "; expired since.";
    };
  }

  private void list(Context context) {
    BookingExport.wanted(context)
        .ifPresentOrElse(export -> export(context, export), () -> listPage(context));
  }

  private void export(Context context, BookingExport export) {
    var pages =
        bookings
            .export()
            .handle(BookingListQuery.whole(context), principal(context))
            .orElseThrow(
                () ->
                    Problem.forbidden(
                        "Whole lists are for admins, and for organisers with an eventId of"
                            + " theirs."));
    export.write(context, pages);
  }

  private void listPage(Context context) {
    BookingListQuery query = BookingListQuery.of(context);
    switch (bookings.list().handle(query.query(), query.buyer(), principal(context))) {
      case ListBookings.Outcome.Listed(Page<BookingWithEvent> page) ->
          Responses.list(context, page, BookingViews.BOOKING, query.paging(), "Bookings.");
      case ListBookings.Outcome.Forbidden _ ->
          throw Problem.forbidden(
              "Other people's bookings are for staff, admins, and organisers with an eventId of"
                  + " theirs.");
      case ListBookings.Outcome.TooManyBuyers _ ->
          throw Problem.invalid(
              "buyer", "must say more; it means more than " + ListBookings.MAX_BUYERS + " people");
    }
  }

  private void show(Context context) {
    BookingWithEvent booking =
        bookings
            .find()
            .handle(BOOKING.id(context), principal(context))
            .orElseThrow(BOOKING::notFound);
    Responses.ok(context, BookingViews.BOOKING.apply(booking), "The booking.");
  }

  private void confirm(Context context) {
    BookingId id = BOOKING.id(context);
    PaidConfirmation.confirm(
        context,
        bookings.take(),
        new Purchase.OfBooking(id),
        BOOKING,
        () ->
            answer(
                context,
                bookings.confirm().handle(id, principal(context)),
                "The booking is confirmed."));
  }

  private void extend(Context context) {
    Instant until = Refusals.until(RequestBodies.fields(context));
    var change = bookings.extend().handle(BOOKING.id(context), until, principal(context));
    answer(context, change, "The hold is extended.");
  }

  private void cancel(Context context) {
    Reason reason = Refusals.reason(context);
    var command = new CancelBooking.Command(BOOKING.id(context), principal(context), reason);
    answer(context, bookings.cancel().handle(command), "The booking is cancelled.");
  }

  static void answer(Context context, Change<BookingWithEvent> change, String message) {
    Responses.ok(context, BookingViews.BOOKING.apply(Refusals.done(change, BOOKING)), message);
  }
}
