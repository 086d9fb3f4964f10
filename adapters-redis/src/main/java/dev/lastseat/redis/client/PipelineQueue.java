package dev.lastseat.redis.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands that nobody waits for. They go out in one pipeline, together with the next that somebody
 * does wait for, or by themselves a moment later. One pipeline at a time: while one is on its way
 * the next one gathers. Everything here may be lost.
 */
public final class PipelineQueue implements AutoCloseable {
  /** Memory for what waits; what comes when it is used up is dropped. */
  static final int MAX_BYTES = 8 << 20;

  /** What a command takes besides its texts, which have two bytes a character at most. */
  private static final int OVERHEAD = 400;

  /** So much goes out in one pipeline, which must end in time. */
  private static final int MAX_BATCH = 500;

  private final Redis redis;
  private final Duration patience;
  private final BlockingQueue<DeferredCommand> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MAX_BYTES);

  /** How many commands about each key wait or are on their way. */
  private final Map<String, Integer> pending = new ConcurrentHashMap<>();

  private final ReentrantLock flushing = new ReentrantLock();
  private final AtomicBoolean timerRuns = new AtomicBoolean();

  /** Whether something waits that goes out by itself. */
  private volatile boolean wantsFlush;

  /** Once it is shut down it forgets what it is told, for whoever tells it cannot know. */
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("redis-pipeline").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /** After {@code patience} a command that is to be flushed soon goes out by itself. */
  public PipelineQueue(Redis redis, Duration patience) {
    this.redis = redis;
    this.patience = patience;
  }

  /** Goes out with whatever goes out next; nothing is sent for its sake. */
  public void piggyback(DeferredCommand command) {
    boolean isWorthIt = command.mustDeliver() || !redis.isAway();
    if (isWorthIt && room.tryAcquire(bytes(command))) {
      pending.merge(command.command().key(), 1, Integer::sum);
      waiting.add(command);
    }
  }

  public void flushSoon(DeferredCommand command) {
    piggyback(command);
    flushIn(patience);
  }

  /** Goes out now, with all that waits; it is done when this returns, unless Redis is away. */
  public void flushNow(DeferredCommand command) {
    piggyback(command);
    flush();
  }

  /** Returns when nothing that came before about one of the keys is pending any more. */
  public void awaitPending(Collection<String> keys) {
    if (keys.stream().anyMatch(pending::containsKey)) {
      flush();
    }
  }

  private void flushIn(Duration time) {
    wantsFlush = true;
    if (timerRuns.compareAndSet(false, true)) {
      var _ = timer.schedule(this::flushByTimer, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void flushByTimer() {
    timerRuns.set(false);
    if (wantsFlush) {
      flush();
    }
  }

  private void flush() {
    flushing.lock();
    try {
      int left = waiting.size();
      while (left > 0 && redis.admits() && sendBatch()) {
        left -= MAX_BATCH;
      }
    } finally {
      flushing.unlock();
    }
    if (!waiting.isEmpty() && (wantsFlush || redis.isAway())) {
      flushIn(Breaker.PAUSE);
    }
  }

  /** Whether it was answered; those that must be delivered wait again when it was not. */
  private boolean sendBatch() {
    wantsFlush = false;
    List<DeferredCommand> batch = new ArrayList<>();
    waiting.drainTo(batch, MAX_BATCH);
    Optional<List<Reply>> replies =
        redis.attempt(batch.stream().map(DeferredCommand::command).toList());
    try {
      replies.ifPresent(
          them -> {
            for (int i = 0; i < batch.size(); i++) {
              batch.get(i).onReply().accept(them.get(i));
            }
          });
    } finally {
      batch.forEach(this::leave);
    }
    if (replies.isEmpty()) {
      batch.stream().filter(DeferredCommand::mustDeliver).forEach(this::piggyback);
      wantsFlush = true;
    }
    return replies.isPresent();
  }

  private void leave(DeferredCommand command) {
    pending.computeIfPresent(
        command.command().key(),
        (same, count) -> Optional.of(count - 1).filter(left -> left > 0).orElse(null));
    room.release(bytes(command));
  }

  private static int bytes(DeferredCommand command) {
    return OVERHEAD + 2 * command.command().length();
  }

  /** Sends what waits. */
  @Override
  public void close() {
    timer.shutdownNow();
    flush();
  }
}
