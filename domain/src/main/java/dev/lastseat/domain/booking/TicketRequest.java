package dev.lastseat.domain.booking;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * So many tickets of one event.
 *
 * @param expectedPrice what one ticket may cost, in major units of its currency; empty for whatever
 *     it costs
 * @param expectedCurrency the currency that it may cost that in; empty for any
 */
public record TicketRequest(
    EventId event,
    Quantity quantity,
    Optional<BigDecimal> expectedPrice,
    Optional<Currency> expectedCurrency) {
  public TicketRequest {
    if (expectedPrice.filter(price -> price.signum() < 0).isPresent()) {
      throw new InvalidValue("expectedPrice", expectedPrice.get(), "must be 0 or more");
    }
  }

  public TicketRequest(EventId event, Quantity quantity) {
    this(event, quantity, Optional.empty(), Optional.empty());
  }

  /** Whether it asked for that booking, which was made at the price of its time. */
  public boolean asksFor(BookingDetails booking) {
    return event.equals(booking.eventId())
        && quantity.equals(booking.quantity())
        && accepts(booking.unitPrice());
  }

  boolean accepts(Money price) {
    return expectedPrice.filter(expected -> expected.compareTo(price.major()) != 0).isEmpty()
        && expectedCurrency.filter(expected -> !expected.equals(price.currency())).isEmpty();
  }
}
