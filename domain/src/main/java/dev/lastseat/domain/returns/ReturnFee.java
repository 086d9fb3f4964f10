package dev.lastseat.domain.returns;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Spelled;
import java.math.BigDecimal;
import java.util.Currency;

/** What an event keeps of the price of what its buyers give back; never more than that price. */
public record ReturnFee(Money amount, Per per) {
  /** For what it is kept. */
  public enum Per implements Spelled {
    TICKET,
    /** Once, however often tickets of the booking are given back. */
    BOOKING
  }

  /** An amount in major units. */
  public static ReturnFee of(BigDecimal major, Currency currency, Per per) {
    try {
      return new ReturnFee(Money.ofMajor(major, currency), per);
    } catch (InvalidValue invalid) {
      throw new InvalidValue("returnFee", major, invalid.requirement());
    }
  }

  /**
   * What is kept of so many more tickets of a booking, of which some may have been given back
   * before. A booking in another currency than the event has by now is given back for nothing.
   */
  public Money of(int tickets, Money unitPrice, Returns before) {
    if (!unitPrice.currency().equals(amount.currency())) {
      return new Money(0, unitPrice.currency());
    }
    return switch (per) {
      case TICKET -> atMost(unitPrice).times(tickets);
      case BOOKING -> {
        Money inAll = atMost(unitPrice.times(before.tickets().size() + tickets));
        long kept = before.fees(amount.currency()).minorUnits();
        yield new Money(Math.max(0, inAll.minorUnits() - kept), amount.currency());
      }
    };
  }

  /** Such as {@code 2.50 ticket}. */
  public String text() {
    return amount.major().toPlainString() + " " + per.word();
  }

  /** What {@link #text} wrote of an event in that currency. */
  public static ReturnFee parse(String text, Currency currency) {
    int blank = text.indexOf(' ');
    return new ReturnFee(
        Money.ofMajor(new BigDecimal(text.substring(0, blank)), currency),
        Spelled.parse(Per.class, text.substring(blank + 1)));
  }

  private Money atMost(Money price) {
    return amount.minorUnits() <= price.minorUnits() ? amount : price;
  }
}
