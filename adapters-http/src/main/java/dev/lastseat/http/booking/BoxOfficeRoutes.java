package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.BOOKING;
import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.booking.SellAtBoxOffice;
import dev.lastseat.application.booking.SellAtBoxOffice.Customer;
import dev.lastseat.application.booking.SellAtBoxOffice.Outcome;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What staff sells to others. */
public record BoxOfficeRoutes(BookingUseCases bookings, Idempotency idempotency) {
  public List<Route> routes() {
    return List.of(
        Route.post("/events/{id}/box-office", Access.STAFF, this::sell)
            .scoped(Scope.BOOKINGS_WRITE),
        Route.delete("/bookings/{id}/guest", Access.STAFF, this::forget)
            .scoped(Scope.BOOKINGS_WRITE));
  }

  private void sell(Context context) {
    Principal seller = principal(context);
    RememberedResponses.Key key = Idempotency.key(context, seller.userId());
    EventId event = EVENT.id(context);
    SellAtBoxOffice.Command command = command(RequestBodies.fields(context), seller, event, key);
    idempotency.once(context, key, canonical(command), () -> sold(bookings.sell().handle(command)));
  }

  private static SellAtBoxOffice.Command command(
      Fields body, Principal seller, EventId event, RememberedResponses.Key key) {
    body.require("price");
    Optional<Integer> quantity = body.integer("quantity", 1, Quantity.MAX);
    Optional<BigDecimal> price = body.amount("price");
    Optional<Currency> currency = body.made("currency", Money::currency);
    Optional<String> contingent = body.made("contingent", BoxOfficeRoutes::contingent);
    Optional<UserId> user = body.made("userId", UserId::new);
    Optional<Guest> guest = body.object("guest", BoxOfficeRoutes::guest);
    if (body.has("userId") == body.has("guest")) {
      body.error("guest", "must be there, or a userId instead of it");
    }
    body.requireGood();
    return new SellAtBoxOffice.Command(
        seller,
        event,
        new Quantity(quantity.orElse(1)),
        price.orElseThrow(),
        currency,
        contingent,
        guest
            .<Customer>map(Customer.Walking::new)
            .orElseGet(() -> new Customer.Account(user.orElseThrow())),
        key.value());
  }

  private static String contingent(String name) {
    return Text.require("contingent", name, Contingent.MAX_NAME);
  }

  private static Optional<Guest> guest(Fields fields) {
    fields.require("name");
    Optional<Email> email = fields.made("email", Email::new);
    return fields.made("name", name -> new Guest(name, email));
  }

  /** The same for all bodies that ask for the same, however they are written. */
  private static String canonical(SellAtBoxOffice.Command command) {
    return Json.write(
        List.of(
            command.event().value(),
            command.quantity().tickets(),
            command.price().stripTrailingZeros().toString(),
            command.currency().map(Currency::getCurrencyCode).orElse(""),
            command.contingent().orElse(""),
            command.customer().toString()));
  }

  private static Idempotency.Granted sold(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Asked(
              SaleOutcome.Refused<BookingWithEvent>(_, Refusal.PriceChanged(Money offered))) ->
          throw Problem.invalid(
              "currency", "must be " + offered.currency() + ", in which the event is sold");
      case Outcome.Asked(SaleOutcome<BookingWithEvent> sale) -> BookingRoutes.booked(sale);
      case Outcome.Forbidden _ -> throw Problem.forbidden("Somebody else runs the event.");
      case Outcome.NoSuchUser _ ->
          throw Problem.invalid("userId", "must be the id of somebody with an account");
    };
  }

  private void forget(Context context) {
    boolean found = bookings.forgetGuest().handle(BOOKING.id(context), principal(context));
    Responses.done(context, found, BOOKING);
  }
}
