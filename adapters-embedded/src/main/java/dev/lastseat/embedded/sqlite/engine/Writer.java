package dev.lastseat.embedded.sqlite.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to write: a queue, and one thread that takes whatever waits in it and commits it
 * together. No timer: while one group is being committed the next one gathers, so that a lone write
 * waits for nobody.
 */
public final class Writer implements AutoCloseable {
  /** The most writes of one group; more would make each of them wait for too many others. */
  static final int MAX_GROUP = 512;

  /** The most writes that may wait; more than these would time out anyway. */
  static final int MAX_WAITING = 20_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(Writer.class.getName());

  private final BlockingQueue<WriteJob<?>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final GroupCommit group;
  private final SqlFailures failures;
  private final Thread writer;
  private volatile boolean closed;

  Writer(GroupCommit group, SqlFailures failures) {
    this.group = group;
    this.failures = failures;
    this.writer = Thread.ofPlatform().name("lastseat-writer").daemon().start(this::work);
  }

  /** Runs the write and answers when it is on the disk. */
  public <T> T run(Write<T> write) {
    WriteJob<T> job = new WriteJob<>(write);
    if (closed) {
      throw failures.closed();
    }
    if (!waiting.offer(job)) {
      throw failures.tooSlow("too many writes are waiting");
    }
    if (closed && waiting.remove(job)) {
      throw failures.closed();
    }
    return await(job.outcome());
  }

  private <T> T await(CompletableFuture<T> outcome) {
    try {
      return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure);
    } catch (TimeoutException late) {
      outcome.cancel(false);
      throw failures.tooSlow("the write took longer than " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      outcome.cancel(false);
      Thread.currentThread().interrupt();
      throw failures.tooSlow("the write was not waited for");
    }
  }

  private void work() {
    List<WriteJob<?>> jobs = new ArrayList<>(MAX_GROUP);
    try (group) {
      while (!closed || !waiting.isEmpty()) {
        commitNext(jobs);
      }
    } catch (InterruptedException interrupted) {
      closed = true;
    }
    waiting.forEach(job -> job.fail(failures.closed()));
  }

  /** Not even an Error ends the thread, or leaves anybody waiting for what it cut short. */
  private void commitNext(List<WriteJob<?>> jobs) throws InterruptedException {
    jobs.clear();
    try {
      gather(jobs);
      group.run(jobs);
    } catch (RuntimeException | Error failure) {
      jobs.forEach(job -> job.fail(failures.unknown(failure)));
      group.drop();
      LOG.log(Level.ERROR, "writes were cut short", failure);
    }
  }

  private void gather(List<WriteJob<?>> jobs) throws InterruptedException {
    jobs.add(waiting.take());
    waiting.drainTo(jobs, MAX_GROUP - 1);
    jobs.removeIf(WriteJob::isAbandoned);
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
      waiting.offer(new WriteJob<>(_ -> true));
    }
    join(patience);
  }

  private void join(Duration patience) {
    try {
      if (!writer.join(patience)) {
        LOG.log(Level.WARNING, "writes were still under way when the store was closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
