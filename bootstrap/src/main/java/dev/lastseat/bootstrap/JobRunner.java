package dev.lastseat.bootstrap;

import dev.lastseat.application.job.RunJobs;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs: at once when this instance has added one, and those of others, and those that were put
 * off, within about a second.
 */
final class JobRunner implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** For what runs to end by itself, and for what was interrupted to be handed back. */
  private static final Duration END = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private final RunJobs jobs;
  private final Semaphore added;
  private final RandomGenerator random;
  private final Thread thread = Thread.ofPlatform().name("jobs").unstarted(this::run);
  private volatile boolean stopping;

  private JobRunner(RunJobs jobs, Semaphore added, RandomGenerator random) {
    this.jobs = jobs;
    this.added = added;
    this.random = random;
  }

  /**
   * Begins.
   *
   * @param added has a permit as soon as there is something to do
   */
  static JobRunner start(RunJobs jobs, Semaphore added, RandomGenerator random) {
    JobRunner runner = new JobRunner(jobs, added, random);
    runner.thread.start();
    return runner;
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

  /** Whatever fails, the next ones must be done. */
  private void attempt() {
    try {
      jobs.handle();
    } catch (StoreUnavailable away) {
      log.warn("jobs put off: {}", away.getMessage());
    } catch (RuntimeException | Error failed) {
      log.error("jobs failed", failed);
    }
  }

  @Override
  public void close() {
    stopping = true;
    added.release();
    try {
      if (!thread.join(END)) {
        thread.interrupt();
        boolean _ = thread.join(END);
      }
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
