package dev.lastseat.application.booking;

import dev.lastseat.application.claim.Attempt;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.Finding;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Map;

/**
 * Sells tickets of one event, or holds them. A claim is found, a booking with it is recorded in one
 * atomic step, and where that step is lost to somebody else the next claim is tried.
 */
public record BookTickets(
    ClaimFinder claims,
    Bookings bookings,
    BookingFactory factory,
    BookingChanges changes,
    FindBooking finder) {
  /** The same for whoever has paid already, on these places if they are free. */
  public BookTickets preferring(Map<EventId, Places> places) {
    return new BookTickets(claims.preferring(places), bookings, factory, changes, finder);
  }

  /** Who wants what. */
  public record Command(UserId user, TicketRequest request, boolean hold, IdempotencyKey key) {}

  /**
   * Sells the tickets or says why not.
   *
   * @throws StoreUnavailable when the outcome is unknown; the same command finds it out later
   */
  public SaleOutcome<BookingWithEvent> handle(Command command) {
    Finding<Attempt> finding = claims.first(command.user(), command.request(), command.hold());
    for (int round = 0;
        round < ClaimFinder.MAX_ROUNDS
            && finding instanceof Finding.Found<Attempt>(Attempt attempt);
        round++) {
      Booking.Live booking = factory.booking(command, attempt);
      switch (bookings.record(booking)) {
        case Recording.Recorded _ -> {
          claims.used(attempt);
          changes.recorded(booking);
          return new SaleOutcome.Granted<>(new BookingWithEvent(booking, attempt.event()), false);
        }
        case Recording.KeyUsed(Booking existing) -> {
          claims.giveBack(attempt);
          return replay(command, existing);
        }
        case Recording.NotAdmitted _ -> finding = claims.afterNotAdmitted(attempt);
        case Recording.PlaceTaken _ -> finding = claims.afterPlaceTaken(attempt);
        case Recording.AllowanceSpent _ -> finding = claims.afterAllowanceSpent(attempt);
      }
    }
    return switch (finding) {
      case Finding.Refused<Attempt>(Refusal refusal) -> refuse(command, refusal);
      case Finding.Found<Attempt>(Attempt untried) -> throw claims.allLost(List.of(untried));
    };
  }

  /**
   * A request that was granted before is answered with its booking, even when it would be refused
   * today.
   */
  private SaleOutcome<BookingWithEvent> refuse(Command command, Refusal refusal) {
    return bookings
        .find(command.request().event(), command.user(), command.key())
        .map(existing -> replay(command, existing))
        .orElseGet(() -> new SaleOutcome.Refused<>(command.request().event(), refusal));
  }

  private SaleOutcome<BookingWithEvent> replay(Command command, Booking existing) {
    BookingDetails details = existing.details();
    BookingWithEvent shown = finder.withEvent(existing);
    boolean same =
        details.order().isEmpty()
            && details.hold()
                == (command.hold() || (details.sale().isEmpty() && shown.mustBeHeld()))
            && command.request().asksFor(details);
    return same ? new SaleOutcome.Granted<>(shown, true) : new SaleOutcome.KeyReused<>();
  }
}
