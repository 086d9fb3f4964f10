package dev.lastseat.application.fake;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does each thing on a virtual thread of its own. */
public final class FakeWorkers implements Workers {
  @Override
  public boolean runAll(List<Supplier<Runnable>> tasks, Duration longest) {
    List<Callable<Void>> calls =
        tasks.stream().<Callable<Void>>map(task -> () -> run(task)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(calls, longest.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }

  /** An interrupt that was meant for the task would keep what follows from waiting for a store. */
  private static @Nullable Void run(Supplier<Runnable> task) {
    Runnable then = task.get();
    boolean _ = Thread.interrupted();
    then.run();
    return null;
  }
}
