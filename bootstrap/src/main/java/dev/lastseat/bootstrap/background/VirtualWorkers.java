package dev.lastseat.bootstrap.background;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does each thing on a virtual thread of its own, with another one that looks at the clock and does
 * what follows, which nobody interrupts.
 */
final class VirtualWorkers implements Workers, AutoCloseable {
  /** For what follows on those that were interrupted. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  private static final Logger log = LoggerFactory.getLogger(VirtualWorkers.class);

  private final Duration end;
  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();

  /** One party for each task, and one for who waits. */
  private final Phaser underWay = new Phaser(1);

  /** {@code end} is for what runs to end by itself, when the program stops. */
  VirtualWorkers(Duration end) {
    this.end = end;
  }

  @Override
  public void begin(Supplier<Runnable> task, Duration limit) {
    FutureTask<Runnable> work = new FutureTask<>(task::get);
    Thread worker = Thread.ofVirtual().name("job").unstarted(work);
    underWay.register();
    watchers.execute(() -> watch(worker, work, limit));
  }

  private void watch(Thread worker, FutureTask<Runnable> work, Duration limit) {
    atWork.add(worker);
    worker.start();
    try {
      if (!worker.join(limit)) {
        worker.interrupt();
      }
      work.get().run();
    } catch (InterruptedException | ExecutionException failed) {
      log.error("task failed", failed);
    } finally {
      atWork.remove(worker);
      underWay.arriveAndDeregister();
    }
  }

  /** Until all has ended that was begun. */
  void await() {
    underWay.arriveAndAwaitAdvance();
  }

  @Override
  public void close() {
    watchers.shutdown();
    try {
      if (!watchers.awaitTermination(end.toMillis(), TimeUnit.MILLISECONDS)) {
        atWork.forEach(Thread::interrupt);
        boolean _ = watchers.awaitTermination(AFTERWARDS.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      atWork.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }
}
