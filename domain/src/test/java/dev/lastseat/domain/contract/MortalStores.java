package dev.lastseat.domain.contract;

import dev.lastseat.domain.port.store.sale.Orders;

/** The stores of a process that may end at any moment, and of the one that comes after it. */
public interface MortalStores extends AutoCloseable {
  Stores stores();

  /** In the same store. */
  Orders orders();

  /**
   * The process ends when it is about to write for the {@code writes + 1}st time from now: what was
   * written before stays, and whoever waits for an answer gets an exception. A write is whatever
   * the store does in one atomic step, or less.
   */
  void endAfter(int writes);

  /** From now on these are the stores of the next process, whose end is not planned. */
  void restart();

  @Override
  void close();
}
