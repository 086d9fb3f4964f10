package dev.lastseat.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bounds in the ten-thousandths of a major unit that prices are stored in, whatever the scale. */
public final class PriceRank {
  private static final BigDecimal UNIT = new BigDecimal("0.0001");

  /** Beyond every price there can be. */
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE, 4);

  private PriceRank() {}

  public static long atLeast(BigDecimal price) {
    return price.signum() <= 0 ? 0 : rank(price, RoundingMode.CEILING);
  }

  public static long atMost(BigDecimal price) {
    return price.signum() < 0 ? -1 : rank(price, RoundingMode.FLOOR);
  }

  /** A tiny or huge exponent is cut off before the rounding would write out all of its zeros. */
  private static long rank(BigDecimal price, RoundingMode rounding) {
    if (price.signum() == 0) {
      return 0;
    }
    if (price.compareTo(UNIT) < 0) {
      return rounding == RoundingMode.CEILING ? 1 : 0;
    }
    return price.min(HIGHEST).movePointRight(4).setScale(0, rounding).longValueExact();
  }
}
