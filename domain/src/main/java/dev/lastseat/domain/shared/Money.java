package dev.lastseat.domain.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount of at least zero in minor units (cents) of an ISO 4217 currency. */
public record Money(long minorUnits, Currency currency) {
  /** The largest price in minor units; so far from the limits of a long that no total overflows. */
  public static final long MAX_PRICE = 1_000_000_000_000L;

  public Money {
    if (minorUnits < 0) {
      throw new InvalidValue("price", minorUnits, "must be at least 0");
    }
    var _ = decimals(currency);
  }

  /**
   * A price from major units: 12.50 EUR is 1250. More decimals than the currency has are refused,
   * never rounded.
   */
  public static Money ofMajor(BigDecimal major, Currency currency) {
    int digits = decimals(currency);
    BigDecimal minor = major.stripTrailingZeros().movePointRight(digits);
    if (minor.scale() > 0) {
      throw new InvalidValue("price", major, "must have at most " + digits + " decimals");
    }
    if (minor.signum() < 0 || minor.compareTo(BigDecimal.valueOf(MAX_PRICE)) > 0) {
      throw new InvalidValue(
          "price", major, "must be 0 to " + BigDecimal.valueOf(MAX_PRICE, digits));
    }
    return new Money(minor.longValueExact(), currency);
  }

  /** The currency of an ISO 4217 code such as EUR. */
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidValue("currency", code, "must be an ISO 4217 code such as EUR");
    }
  }

  /** Gold and the like have none, and so no amounts. */
  private static int decimals(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0) {
      throw new InvalidValue("currency", currency, "must be a currency that has an amount");
    }
    return digits;
  }

  public BigDecimal major() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  /**
   * The amount in ten-thousandths of the major unit, whatever decimals the currency has: what
   * prices are sorted and filtered by.
   */
  public long tenThousandths() {
    return major().movePointRight(4).longValueExact();
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException when the other one is of another currency
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(other.currency + " cannot be added to " + currency);
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  public Money times(int factor) {
    return new Money(Math.multiplyExact(minorUnits, factor), currency);
  }
}
