package dev.lastseat.bootstrap;

import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what nobody asks for, again and again, on a thread of its own: one failed sweep is logged
 * and the next one comes. All that is swept is swept by conditional updates, so any number of
 * instances may sweep at once.
 */
final class Sweeper implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sweeper").factory());

  private final List<Runnable> sweeps;
  private final ScheduledFuture<?> sweeping;

  Sweeper(List<Runnable> sweeps, Duration pause) {
    this.sweeps = List.copyOf(sweeps);
    this.sweeping =
        thread.scheduleWithFixedDelay(
            () -> this.sweeps.forEach(Sweeper::run),
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  void sweep() {
    sweeps.forEach(Runnable::run);
  }

  /** Whatever a sweep throws, the thread must not end of it: nothing would be swept any more. */
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
    sweeping.cancel(false);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
