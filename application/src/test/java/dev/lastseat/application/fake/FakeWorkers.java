package dev.lastseat.application.fake;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Does each thing on a virtual thread of its own, and can be waited for. */
public final class FakeWorkers implements Workers {
  private final Queue<Thread> begun = new ConcurrentLinkedQueue<>();

  @Override
  public void begin(Supplier<Runnable> task, Duration limit) {
    FutureTask<Runnable> work = new FutureTask<>(task::get);
    Thread worker = Thread.ofVirtual().start(work);
    begun.add(Thread.ofVirtual().start(() -> watch(worker, work, limit)));
  }

  private static void watch(Thread worker, FutureTask<Runnable> work, Duration limit) {
    try {
      if (!worker.join(limit)) {
        worker.interrupt();
        worker.join();
      }
      work.resultNow().run();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Until all is done that was begun. */
  public void await() {
    for (Thread next = begun.poll(); next != null; next = begun.poll()) {
      try {
        next.join();
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }
  }
}
