package dev.lastseat.bootstrap.e2e;

/** A running Lastseat, on whatever engines and in however many instances. */
interface House extends AutoCloseable {
  /** Before all instances; whichever was lost has been started anew. */
  BoxOffice office();

  /** The same; where instances can be lost, one is when so many bookings were made. */
  BoxOffice office(int bookings);

  /** How many instances were lost since the office was asked for. */
  int lost();

  /** Does now, and completely, what the sweepers do every second. */
  void sweep();

  /** As if the minute had passed for which a request of an instance that was lost is under way. */
  void endRequests(String key);

  /** Ends all instances and starts as many over the same stores. */
  void restart();

  @Override
  void close();
}
