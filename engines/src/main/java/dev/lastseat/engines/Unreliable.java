package dev.lastseat.engines;

/** An engine, or the way to it, that a test takes away for a while. */
public interface Unreliable {
  /** From now on nobody can connect, and whoever was connected is cut off. */
  void stop();

  /** Can be connected to again, at the same address, after {@link #stop}. */
  void restart();

  /** From now on it takes connections and requests and answers none. */
  void freeze();

  /** Goes on after {@link #freeze}, beginning with what it was asked meanwhile. */
  void thaw();
}
