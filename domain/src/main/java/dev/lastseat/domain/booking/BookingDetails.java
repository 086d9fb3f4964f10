package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What stays the same through all states of a booking.
 *
 * @param hold whether it was asked for as a hold
 * @param unitPrice the event's price when it was booked
 * @param key the client's name for the request that made it
 * @param order the order it was made with; empty when it was made alone
 * @param sale how it was sold at the box office; empty when its buyer made it
 */
public record BookingDetails(
    BookingId id,
    EventId eventId,
    UserId userId,
    TicketNumber ticketNumber,
    Quantity quantity,
    boolean hold,
    Money unitPrice,
    IdempotencyKey key,
    Instant bookedAt,
    Optional<OrderId> order,
    Optional<BoxOfficeSale> sale) {

  /** The contingent that it was sold from, if any. */
  public Optional<String> contingent() {
    return sale.flatMap(BoxOfficeSale::contingent);
  }

  public Money totalPrice() {
    return unitPrice.times(quantity.tickets());
  }
}
