package dev.lastseat.application.job;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Does several things at once, and waits for all of them. */
@FunctionalInterface
public interface Workers {
  /**
   * Does them all. What takes longer than {@code longest} is interrupted; what each of them returns
   * is run after it, and is not.
   *
   * @return false if the program is about to stop, so that they were interrupted before
   */
  boolean runAll(List<Supplier<Runnable>> tasks, Duration longest);
}
