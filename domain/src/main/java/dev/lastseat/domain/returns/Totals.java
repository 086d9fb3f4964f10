package dev.lastseat.domain.returns;

import dev.lastseat.domain.shared.Money;

/**
 * What the tickets of a booking, or of several, cost.
 *
 * @param booked all of them, whatever became of them
 * @param standing those that are held or sold now
 * @param returned those that were sold and given back
 * @param fees what is kept of that
 */
public record Totals(Money booked, Money standing, Money returned, Money fees) {
  /** What their buyer gets back. */
  public Money refund() {
    return new Money(returned.minorUnits() - fees.minorUnits(), returned.currency());
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException when the other ones are in another currency
   */
  public Totals plus(Totals other) {
    return new Totals(
        booked.plus(other.booked),
        standing.plus(other.standing),
        returned.plus(other.returned),
        fees.plus(other.fees));
  }
}
