package dev.lastseat.http.input;

import java.math.BigDecimal;

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

  /** The same amount without zeros at its end. */
  public static BigDecimal require(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    FieldErrors.require(stripped.signum() >= 0 && stripped.compareTo(BOUND) < 0);
    FieldErrors.require(stripped.scale() <= MAX_DECIMALS);
    return stripped;
  }
}
