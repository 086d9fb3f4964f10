package dev.lastseat.bootstrap.e2e;

/** A running Lastseat, on whatever engines and in however many instances. */
interface House extends AutoCloseable {
  BoxOffice office();

  /** How many instances were lost so far. */
  int lost();

  /** Does now, and completely, what the sweepers do every second. */
  void sweep();

  @Override
  void close();
}
