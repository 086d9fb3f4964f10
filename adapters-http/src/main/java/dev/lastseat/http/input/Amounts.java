package dev.lastseat.http.input;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Amounts of money as requests may have them, whatever the currency. */
public final class Amounts {
  private static final int MAX_DECIMALS = 10;
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

  public static final String EXPECTED =
      "a number from 0 to less than "
          + BOUND.toPlainString()
          + ", of at most "
          + MAX_DECIMALS
          + " decimals";

  private Amounts() {}

  /** The fields {@code amount}, in major units as prices are, and {@code currency}. */
  public static Optional<Money> money(Fields body) {
    Optional<BigDecimal> amount = body.amount("amount");
    Optional<Currency> currency = body.made("currency", Money::currency);
    try {
      return amount.flatMap(major -> currency.map(of -> Money.ofMajor(major, of)));
    } catch (InvalidValue invalid) {
      body.error(invalid.field().equals("currency") ? "currency" : "amount", invalid.requirement());
      return Optional.empty();
    }
  }

  /** The same amount without zeros at its end. */
  public static BigDecimal require(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return FieldErrors.require(
        stripped, it -> it.signum() >= 0 && it.compareTo(BOUND) < 0 && it.scale() <= MAX_DECIMALS);
  }
}
