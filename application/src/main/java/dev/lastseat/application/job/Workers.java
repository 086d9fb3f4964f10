package dev.lastseat.application.job;

import java.time.Duration;
import java.util.List;

/** Does several things at once, and waits for all of them. */
@FunctionalInterface
public interface Workers {
  /**
   * Does them all; what takes longer than {@code longest} is interrupted.
   *
   * @return false if the program is about to stop, so that they were interrupted before
   */
  boolean runAll(List<Runnable> tasks, Duration longest);
}
