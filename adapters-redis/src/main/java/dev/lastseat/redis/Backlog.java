package dev.lastseat.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What nobody waits for. It goes out in one round trip, together with the next thing that somebody
 * does wait for, or by itself a moment later. One trip at a time: while one is on its way the next
 * one gathers.
 */
final class Backlog implements AutoCloseable {
  /** So much may wait; what comes then is dropped. */
  static final int MAX_WAITING = 10_000;

  /** So much goes out in one trip, which must end in time. */
  private static final int MAX_TRIP = 500;

  private final Redis redis;
  private final Duration patience;
  private final BlockingQueue<Errand> queue = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Subjects open = new Subjects();
  private final ReentrantLock sending = new ReentrantLock();
  private final AtomicBoolean awaited = new AtomicBoolean();

  /** Whether something waits that goes out by itself; what goes whenever waits for company. */
  private volatile boolean urgent;

  /** Once it is shut down it forgets what it is told, for whoever tells it cannot know. */
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("redis-backlog").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /** After {@code patience} errands go out by themselves. */
  Backlog(Redis redis, Duration patience) {
    this.redis = redis;
    this.patience = patience;
  }

  /** Goes out soon. */
  void soon(Errand errand) {
    whenever(errand);
    sendIn(patience);
  }

  /** Goes out with whatever goes out next; nothing is sent for its sake. */
  void whenever(Errand errand) {
    if (errand.owed() || !redis.isAway()) {
      open.add(errand.subject());
      if (!queue.offer(errand)) {
        open.remove(errand.subject());
      }
    }
  }

  /** Goes out now, with all that waits; it is done when this returns, unless Redis is away. */
  void now(Errand errand) {
    whenever(errand);
    send();
  }

  /** Returns when nothing that came before about one of the subjects is under way any more. */
  void settle(Collection<String> subjects) {
    if (subjects.stream().anyMatch(open::contains)) {
      send();
    }
  }

  private void sendIn(Duration time) {
    urgent = true;
    if (awaited.compareAndSet(false, true)) {
      var _ = timer.schedule(this::sendAwaited, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void sendAwaited() {
    awaited.set(false);
    if (urgent) {
      send();
    }
  }

  private void send() {
    sending.lock();
    try {
      int left = queue.size();
      while (left > 0 && redis.admits() && sendTrip()) {
        left -= MAX_TRIP;
      }
    } finally {
      sending.unlock();
    }
    if (!queue.isEmpty() && (urgent || redis.isAway())) {
      sendIn(Breaker.PAUSE);
    }
  }

  /** Whether it was answered. */
  private boolean sendTrip() {
    urgent = false;
    List<Errand> batch = new ArrayList<>();
    queue.drainTo(batch, MAX_TRIP);
    Optional<List<Object>> replies = redis.attempt(batch.stream().map(Errand::command).toList());
    replies.ifPresentOrElse(them -> end(batch, them), () -> giveUp(batch));
    return replies.isPresent();
  }

  /** Also when one of them fails at its end, or else the others would be under way for ever. */
  private void end(List<Errand> batch, List<Object> replies) {
    try {
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).whenDone().accept(replies.get(i));
      }
    } finally {
      close(batch);
    }
  }

  /** Nobody will know what became of them; those that can be repeated are owed until they can. */
  private void giveUp(List<Errand> batch) {
    close(batch);
    batch.stream().filter(Errand::owed).forEach(this::whenever);
    urgent = true;
  }

  private void close(List<Errand> batch) {
    batch.stream().map(Errand::subject).forEach(open::remove);
  }

  /** Sends what waits. */
  @Override
  public void close() {
    timer.shutdownNow();
    send();
  }
}
