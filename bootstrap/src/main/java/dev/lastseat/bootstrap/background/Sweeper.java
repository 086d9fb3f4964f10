package dev.lastseat.bootstrap.background;

import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what nobody asks for, again and again, each sweep on a thread of its own: no hold stays in
 * the way because a large event is being cancelled. A sweep that failed is logged and comes again.
 * All that is swept is swept by conditional updates, so any number may sweep at once.
 */
public final class Sweeper implements AutoCloseable {
  private static final Cause CAUSE = Cause.ofSystem("sweeper");
  private static final Duration END = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final List<Sweep> sweeps;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("sweeper-", 1).factory());

  public Sweeper(List<Sweep> sweeps) {
    this.sweeps = List.copyOf(sweeps);
    this.sweeps.forEach(sweep -> threads.execute(() -> CAUSE.run(() -> repeat(sweep))));
  }

  private void repeat(Sweep sweep) {
    Duration pause = sweep.pause();
    while (!isClosedWithin(pause)) {
      pause = run(sweep);
    }
  }

  private boolean isClosedWithin(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  public void sweep() {
    CAUSE.run(() -> sweeps.forEach(Sweep::run));
  }

  /** Whatever a sweep throws, it must be run again: nothing would be swept any more. */
  private static Duration run(Sweep sweep) {
    try {
      return sweep.run();
    } catch (StoreUnavailable away) {
      log.warn("sweep put off: {}", away.getMessage());
    } catch (RuntimeException | Error failed) {
      log.error("sweep failed", failed);
    }
    return sweep.pause();
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
