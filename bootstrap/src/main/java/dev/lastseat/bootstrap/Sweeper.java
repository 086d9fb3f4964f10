package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.wiring.Sweep;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what nobody asks for, again and again, each sweep on a thread of its own: no hold stays in
 * the way because a large event is being cancelled. A sweep that failed is logged and comes again.
 * All that is swept is swept by conditional updates, so any number may sweep at once.
 */
final class Sweeper implements AutoCloseable {
  private static final Cause CAUSE = Cause.ofSystem("sweeper");
  private static final Duration END = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final List<Sweep> sweeps;
  private final ScheduledExecutorService threads;

  Sweeper(List<Sweep> sweeps) {
    this.sweeps = List.copyOf(sweeps);
    this.threads =
        Executors.newScheduledThreadPool(
            sweeps.size(), Thread.ofPlatform().name("sweeper-", 1).factory());
    this.sweeps.forEach(this::repeat);
  }

  private void repeat(Sweep sweep) {
    long millis = sweep.pause().toMillis();
    Future<?> _ =
        threads.scheduleWithFixedDelay(
            () -> CAUSE.run(() -> run(sweep.work())), millis, millis, TimeUnit.MILLISECONDS);
  }

  void sweep() {
    CAUSE.run(() -> sweeps.forEach(sweep -> sweep.work().run()));
  }

  /** Whatever a sweep throws, it must be run again: nothing would be swept any more. */
  private static void run(Runnable sweep) {
    try {
      sweep.run();
    } catch (StoreUnavailable away) {
      log.warn("sweep put off: {}", away.getMessage());
    } catch (RuntimeException | Error failed) {
      log.error("sweep failed", failed);
    }
  }

  @Override
  public void close() {
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
