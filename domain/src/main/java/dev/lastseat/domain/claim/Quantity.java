package dev.lastseat.domain.claim;

import dev.lastseat.domain.shared.InvalidValue;

/**
 * A number of tickets asked for in one booking, 1 to {@value #MAX}; of which buyers may ask for
 * {@value #MAX_OF_BUYER}, and staff at the box office for all.
 */
public record Quantity(int tickets) {
  public static final int MAX = 100;
  public static final int MAX_OF_BUYER = 10;

  public Quantity {
    if (tickets < 1 || tickets > MAX) {
      throw new InvalidValue("quantity", tickets, "must be 1 to " + MAX);
    }
  }
}
