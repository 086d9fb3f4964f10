package dev.lastseat.application.job;

import java.time.Duration;
import java.util.function.Supplier;

/** Does several things at once. */
@FunctionalInterface
public interface Workers {
  /**
   * Begins a task, and does not wait for it. If it takes longer than {@code limit}, or the program
   * stops, it is interrupted; what it returns is run after it, and is not.
   */
  void begin(Supplier<Runnable> task, Duration limit);
}
