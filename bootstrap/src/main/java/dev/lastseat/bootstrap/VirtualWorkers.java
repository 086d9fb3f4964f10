package dev.lastseat.bootstrap;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does each thing on a virtual thread of its own. */
final class VirtualWorkers implements Workers {
  @Override
  public boolean runAll(List<Runnable> tasks, Duration longest) {
    List<Callable<Object>> calls = tasks.stream().map(Executors::callable).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(calls, longest.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
