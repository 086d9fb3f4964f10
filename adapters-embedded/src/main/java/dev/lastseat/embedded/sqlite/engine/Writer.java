package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.application.port.Observer;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.GroupCommit.Job;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one way to write: a queue, and one thread that takes whatever waits in it and commits it
 * together. No timer: while one group is being committed the next one gathers, so that a lone write
 * waits for nobody.
 */
final class Writer implements AutoCloseable {
  /** The most that may wait in one queue; more than these would time out anyway. */
  static final int MAX_WAITING = 20_000;

  /** The most writes of one group; more would make each of them wait for too many others. */
  private static final int MAX_GROUP = 512;

  private static final Duration END = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(Writer.class.getName());

  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final GroupCommit group;
  private final SqlFailures failures;
  private final Observer observer;
  private final Thread writer;
  private volatile boolean closed;
  private volatile Optional<Job<?>> firstBefore = Optional.empty();

  Writer(GroupCommit group, Observer observer) {
    this.group = group;
    this.failures = group.failures();
    this.observer = observer;
    observer.figure("sqlite.writes.waiting", waiting::size);
    this.writer = Thread.ofPlatform().name("lastseat-writer").daemon().start(this::work);
  }

  <T> T run(Work<Transaction, T> write) {
    Job<T> job = Job.of(write, observer.moment());
    if (closed) {
      throw failures.closed();
    }
    if (!waiting.offer(job)) {
      throw failures.tooSlow("too many writes are waiting");
    }
    if (closed && waiting.remove(job)) {
      throw failures.closed();
    }
    return failures.await(job.outcome());
  }

  /**
   * Whether writes fail, or stand still: what waits first has waited since this was asked before.
   */
  boolean isInTrouble() {
    Optional<Job<?>> before = firstBefore;
    firstBefore = Optional.ofNullable(waiting.peek());
    return group.isRefused() || (firstBefore.isPresent() && firstBefore.equals(before));
  }

  /**
   * Goes on whatever is thrown, be it while a failure is told: nothing would ever be written again
   * otherwise. Each turn tells at least one job, so a failure that comes again ends nothing.
   */
  private void work() {
    List<Job<?>> jobs = new ArrayList<>(MAX_GROUP);
    Throwable failed = new IllegalStateException("not known");
    try (group) {
      while (!closed || !waiting.isEmpty() || !jobs.isEmpty()) {
        try {
          if (jobs.isEmpty()) {
            commitNext(jobs);
          } else {
            cutShort(jobs, failed);
          }
        } catch (InterruptedException interrupted) {
          closed = true;
        } catch (RuntimeException | Error failure) {
          failed = failure;
        }
      }
    }
    waiting.forEach(job -> job.outcome().completeExceptionally(failures.closed()));
  }

  private void commitNext(List<Job<?>> jobs) throws InterruptedException {
    Job<?> first = waiting.take();
    jobs.add(first);
    waiting.drainTo(jobs, MAX_GROUP - 1);
    jobs.removeIf(job -> job.outcome().isCancelled());
    observer.together("sqlite", jobs.size(), first.since(), () -> commit(jobs));
    jobs.clear();
  }

  private int commit(List<Job<?>> jobs) {
    group.run(jobs);
    return jobs.size();
  }

  private void cutShort(List<Job<?>> jobs, Throwable failure) {
    while (!jobs.isEmpty()) {
      jobs.removeLast().outcome().completeExceptionally(failures.unknown(failure));
    }
    group.drop();
    LOG.log(Level.ERROR, "writes were cut short", failure);
  }

  /**
   * Finishes what is waiting, refuses what comes later, and closes the connection; does not wait
   * for that for ever.
   */
  @Override
  public void close() {
    close(END);
  }

  void close(Duration patience) {
    if (!closed) {
      closed = true;
      waiting.offer(Job.of(_ -> true, observer.moment()));
    }
    try {
      if (!writer.join(patience)) {
        LOG.log(Level.WARNING, "writes were still under way when the store was closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
