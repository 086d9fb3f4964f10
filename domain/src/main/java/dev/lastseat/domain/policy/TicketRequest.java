package dev.lastseat.domain.policy;

import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BoxOfficeSale;
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
 * @param expectedPrice what one ticket may cost, in major units of its currency, and at the box
 *     office what it does cost, which is said there; empty for whatever it costs
 * @param expectedCurrency the currency that it may cost that in; empty for any
 * @param sale how staff sells them; empty where their buyer asks
 */
public record TicketRequest(
    EventId event,
    Quantity quantity,
    Optional<BigDecimal> expectedPrice,
    Optional<Currency> expectedCurrency,
    Optional<BoxOfficeSale> sale) {
  public TicketRequest {
    if (sale.isEmpty() && quantity.tickets() > Quantity.MAX_OF_BUYER) {
      throw new InvalidValue(
          "quantity", quantity.tickets(), "must be 1 to " + Quantity.MAX_OF_BUYER);
    }
    if (sale.isPresent() && expectedPrice.isEmpty()) {
      throw new InvalidValue("price", "", "must be said at the box office");
    }
    if (expectedPrice.filter(price -> price.signum() < 0).isPresent()) {
      throw new InvalidValue("expectedPrice", expectedPrice.get(), "must be 0 or more");
    }
  }

  public TicketRequest(EventId event, Quantity quantity) {
    this(event, quantity, Optional.empty(), Optional.empty());
  }

  public TicketRequest(
      EventId event,
      Quantity quantity,
      Optional<BigDecimal> expectedPrice,
      Optional<Currency> expectedCurrency) {
    this(event, quantity, expectedPrice, expectedCurrency, Optional.empty());
  }

  /**
   * What one of them costs, of an event that sells them for that.
   *
   * @throws InvalidValue when staff says a price with more decimals than its currency has
   */
  public Money unitPrice(Money offered) {
    return sale.isPresent()
        ? Money.ofMajor(expectedPrice.orElseThrow(), offered.currency())
        : offered;
  }

  /** Whether they are to be of a contingent. */
  public boolean namesContingent() {
    return sale.flatMap(BoxOfficeSale::contingent).isPresent();
  }

  /** Whether it asked for that booking, which was made at the price of its time. */
  public boolean asksFor(BookingDetails booking) {
    return event.equals(booking.eventId())
        && quantity.equals(booking.quantity())
        && expects(booking.unitPrice())
        && (sale.isPresent()
            ? booking.sale().filter(it -> it.isLike(sale.get())).isPresent()
            : booking.sale().isEmpty());
  }

  boolean accepts(Money offered) {
    return expects(unitPrice(offered));
  }

  private boolean expects(Money price) {
    return expectedPrice.filter(expected -> expected.compareTo(price.major()) != 0).isEmpty()
        && expectedCurrency.filter(expected -> !expected.equals(price.currency())).isEmpty();
  }
}
