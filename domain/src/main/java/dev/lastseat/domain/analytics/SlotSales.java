package dev.lastseat.domain.analytics;

/**
 * The sales of a slot, as far as they are counted.
 *
 * @param upTo the sequence of the last fact that is counted in
 */
public record SlotSales(SalesSlot slot, long upTo, Sales sales) {

  /** With what another fact adds, unless that is counted in already. */
  public SlotSales with(long sequence, Sales added) {
    return sequence <= upTo ? this : new SlotSales(slot, sequence, sales.plus(added));
  }
}
