package dev.lastseat.application.api;

import java.math.BigDecimal;

/** Amounts of money as requests may have them, in major units of whatever currency. */
public final class Amounts {
  private static final int MAX_DECIMALS = 10;
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(15);

  /** A number such as 1e999999999 takes for ever to be written out. */
  private static final int MAX_WRITTEN = 100;

  public static final String EXPECTED =
      "a number from 0 to less than "
          + BOUND.toPlainString()
          + ", of at most "
          + MAX_DECIMALS
          + " decimals";

  private Amounts() {}

  /**
   * The same amount without zeros at its end.
   *
   * @throws IllegalArgumentException when it is not {@link #EXPECTED}
   */
  public static BigDecimal require(BigDecimal amount) {
    boolean bounded =
        Math.abs((long) amount.scale()) <= MAX_WRITTEN
            && amount.signum() >= 0
            && amount.compareTo(BOUND) < 0;
    if (bounded && amount.stripTrailingZeros().scale() <= MAX_DECIMALS) {
      return amount.stripTrailingZeros();
    }
    throw new IllegalArgumentException("must be " + EXPECTED);
  }
}
