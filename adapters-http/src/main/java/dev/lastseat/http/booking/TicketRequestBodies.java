package dev.lastseat.http.booking;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.input.Fields;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads what tickets somebody wants, of a booking or of an item of an order. */
final class TicketRequestBodies {
  private TicketRequestBodies() {}

  static Optional<TicketRequest> read(Fields fields) {
    Optional<EventId> event = fields.made("eventId", EventId::new);
    Optional<Integer> quantity = fields.integer("quantity", 1, Quantity.MAX_OF_BUYER);
    Optional<BigDecimal> expectedPrice = fields.amount("expectedPrice");
    Optional<Currency> currency = fields.made("expectedCurrency", Money::currency);
    return event.map(
        id -> new TicketRequest(id, new Quantity(quantity.orElse(1)), expectedPrice, currency));
  }

  /** The same for all bodies that ask for the same, however they are written. */
  static List<Object> canonical(TicketRequest request) {
    return List.of(
        request.event().value(),
        request.quantity().tickets(),
        request
            .expectedPrice()
            .map(BigDecimal::stripTrailingZeros)
            .map(Object::toString)
            .orElse(""),
        request.expectedCurrency().map(Currency::getCurrencyCode).orElse(""));
  }
}
