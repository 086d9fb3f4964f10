package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.fixture.ABooking;
import java.time.Instant;

/** Something that somebody tries with a booking at some time. */
sealed interface Act {
  Instant at();

  record Confirm(Instant at) implements Act {}

  record Expire(Instant at) implements Act {}

  record Cancel(Instant at) implements Act {}

  /** Of the ticket of that number, if it is there. */
  record Return(Instant at, int ticket) implements Act {}

  record Move(Instant at, int firstPlace) implements Act {}

  /** The booking afterwards: the same one, if its state has no such transition now. */
  default Booking on(Booking booking) {
    return switch (booking) {
      case Booking.Pending hold -> onHold(hold);
      case Booking.Confirmed sold -> onSold(sold);
      case Booking.Cancelled _, Booking.Expired _ -> booking;
    };
  }

  private Booking onHold(Booking.Pending hold) {
    return switch (this) {
      case Confirm(Instant at) -> hold.isOver(at) ? hold : hold.confirm(at);
      case Expire(Instant at) -> hold.isOver(at) ? hold.expire(at) : hold;
      case Cancel(Instant at) -> hold.cancel(at, Reason.NOT_GIVEN);
      case Return _ -> hold;
      case Move(Instant _, int first) -> ABooking.moved(hold, run(hold, first));
    };
  }

  private Booking onSold(Booking.Confirmed sold) {
    return switch (this) {
      case Confirm _, Expire _ -> sold;
      case Cancel(Instant at) -> sold.cancel(at, Reason.NOT_GIVEN);
      case Return(Instant at, int ticket) ->
          sold.tickets().contains(ticket) ? ABooking.returned(sold, at, ticket) : sold;
      case Move(Instant _, int first) -> ABooking.moved(sold, run(sold, first));
    };
  }

  private static Places run(Booking.Live booking, int first) {
    return Places.run(first, booking.claim().places().count());
  }
}
