package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.BOOKING;

import dev.lastseat.application.booking.cancel.ReturnTickets;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets that are given back. */
public record ReturnRoutes(BookingUseCases bookings) {
  public List<Route> routes() {
    return List.of(
        Route.post("/bookings/{id}/returns", Access.USER, this::give).scoped(Scope.BOOKINGS_WRITE));
  }

  private void give(Context context) {
    Principal by = principal(context);
    Fields body = RequestBodies.fields(context);
    Wish wish = wish(body);
    BookingId id = BOOKING.id(context);
    var command = new ReturnTickets.Command(id, by, wish, key(context, wish, by));
    var change = bookings.giveBack().handle(command);
    BookingRoutes.answer(context, change, "The tickets are given back.");
  }

  private static Wish wish(Fields body) {
    Set<Integer> tickets = body.integers("tickets", 1, Quantity.MAX);
    Optional<Quantity> count = body.integer("count", 1, Quantity.MAX).map(Quantity::new);
    if (body.has("tickets") == body.has("count")) {
      body.error("tickets", "must be there, or a count instead of them");
    }
    body.requireGood();
    return count.<Wish>map(Wish.Any::new).orElseGet(() -> new Wish.These(List.copyOf(tickets)));
  }

  /**
   * Whoever names tickets may repeat that as it is; of so many, nobody could tell a second time.
   */
  private static Optional<UUID> key(Context context, Wish wish, Principal by) {
    return wish instanceof Wish.Any || context.header(Idempotency.HEADER) != null
        ? Optional.of(Idempotency.key(context, by.userId()).value().value())
        : Optional.empty();
  }
}
