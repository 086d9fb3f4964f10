package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import java.sql.SQLException;

/** Writes the next state of a booking over the last one, if that is what is stored. */
record Changer(Transaction transaction) {

  boolean change(Booking.Live from, Booking to) throws SQLException {
    return isClaimFree(from, to)
        && transaction.connection().update(BookingSql.CHANGE, BookingColumns.change(from, to)) == 1;
  }

  private boolean isClaimFree(Booking.Live from, Booking to) throws SQLException {
    return switch (to) {
      case Booking.Live live ->
          live.claim().equals(from.claim()) || isFree(live.details(), live.claim());
      case Booking.Cancelled _, Booking.Expired _ -> true;
    };
  }

  private boolean isFree(BookingDetails details, Claim claim) throws SQLException {
    return transaction
            .connection()
            .number(
                BookingSql.CLAIMED_BY_OTHERS,
                details.id().value(),
                details.eventId().value(),
                details.userId().value(),
                BookingColumns.places(claim),
                BookingColumns.allowances(claim))
        == 0;
  }
}
