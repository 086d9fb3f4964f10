package dev.lastseat.application.port;

/** Something that Lastseat depends on and that can be asked how it is. */
public interface Health {
  /** What it is, in a word, such as {@code sqlite}. */
  String name();

  /** Whether bookings stop without it. */
  boolean essential();

  /**
   * Does the smallest real piece of work.
   *
   * @throws RuntimeException when it does not answer properly
   */
  void check();
}
