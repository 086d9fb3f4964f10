package dev.lastseat.bootstrap.background;

import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.job.Workers;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs: at once when this instance has added one, and those of others, and those that were put
 * off, within about a second.
 */
public final class JobRunner implements AutoCloseable {
  /** For what runs to end by itself, when the program stops. */
  public static final Duration END = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private final VirtualWorkers workers;
  private final RunJobs jobs;
  private final Semaphore added;
  private final RandomGenerator random;
  private final Thread thread = Thread.ofPlatform().name("jobs").unstarted(this::run);
  private volatile boolean stopping;

  /**
   * Begins nothing before it is started.
   *
   * @param added has a permit as soon as there is something to do
   */
  public JobRunner(
      Function<Workers, RunJobs> jobs, Semaphore added, RandomGenerator random, Duration end) {
    this.workers = new VirtualWorkers(end);
    this.jobs = jobs.apply(workers);
    this.added = added;
    this.random = random;
  }

  public JobRunner start() {
    thread.start();
    return this;
  }

  /** Does all that is due and waits for it, for a program that stands still after that. */
  public void runDue() {
    while (jobs.handle() > 0) {
      workers.await();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        attempt();
        boolean _ = added.tryAcquire(pause(), TimeUnit.MILLISECONDS);
        int _ = added.drainPermits();
      }
    } catch (InterruptedException stopped) {
      // There is nothing under way.
    }
  }

  /** Not the same for all instances, so that they look one after the other. */
  private long pause() {
    return PAUSE.toMillis() / 2 + random.nextLong(PAUSE.toMillis());
  }

  /**
   * Until there is no room, which whoever ends tells, or nothing that is due: those that end while
   * others are begun tell nobody. Whatever fails, the next ones must be done.
   */
  private void attempt() {
    try {
      while (jobs.handle() > 0) {
        // There may be more.
      }
    } catch (StoreUnavailable away) {
      log.warn("jobs put off: {}", away.getMessage());
    } catch (RuntimeException | Error failed) {
      log.error("jobs failed", failed);
    }
  }

  /** No more is begun. */
  public void stop() {
    stopping = true;
    jobs.stop();
    added.release();
  }

  /** The same; what runs may end, or is interrupted and handed back. */
  @Override
  public void close() {
    stop();
    try (workers) {
      boolean _ = thread.join(PAUSE.multipliedBy(3)); // looking for jobs takes no longer
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
