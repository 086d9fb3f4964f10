package dev.lastseat.http.input;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** An amount of money in the body of a request, with its currency. */
public final class MoneyFields {
  private MoneyFields() {}

  /** The fields {@code amount}, in major units as prices are, and {@code currency}. */
  public static Optional<Money> read(Fields body) {
    Optional<BigDecimal> amount = body.amount("amount");
    Optional<Currency> currency = body.made("currency", Money::currency);
    try {
      return amount.flatMap(major -> currency.map(of -> Money.ofMajor(major, of)));
    } catch (InvalidValue invalid) {
      body.error(invalid.field().equals("currency") ? "currency" : "amount", invalid.requirement());
      return Optional.empty();
    }
  }
}
