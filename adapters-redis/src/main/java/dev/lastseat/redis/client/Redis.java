package dev.lastseat.redis.client;

import dev.lastseat.application.port.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way to Redis: one pipeline at a time over one connection, behind a {@link Breaker}. While a
 * pipeline is on its way, the next one gathers. It goes out as soon as somebody waits for a reply,
 * and takes along what nobody waits for; so what one thread sends is run in the order it was sent.
 * Everything here may be lost.
 */
public final class Redis implements AutoCloseable {
  /** Memory for what waits; what comes when it is used up is dropped. */
  static final int MAX_BYTES = 8 << 20;

  /** What a command takes besides its texts, which have two bytes a character at most. */
  private static final int OVERHEAD = 400;

  /** So much goes out in one pipeline, which must end in time. */
  private static final int MAX_BATCH = 500;

  private final RedisConnection connection;
  private final Breaker breaker;
  private final Observer observer;
  private final Duration patience;
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MAX_BYTES);

  /** Held by the one whose pipeline is on its way; fair, or else one could send again and again. */
  private final ReentrantLock sending = new ReentrantLock(true);

  private final AtomicBoolean timerRuns = new AtomicBoolean();

  /** Once it is shut down it forgets what it is told, for whoever tells it cannot know. */
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("redis-pipeline").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /** A command, whether it is sent again when Redis did not answer, and who is told the reply. */
  private record Waiting(
      Command command, boolean mustDeliver, long since, Consumer<Reply> onReply) {
    int bytes() {
      return OVERHEAD + 2 * command.length();
    }
  }

  private Redis(RedisConnection connection, Breaker breaker, Duration patience, Observer observer) {
    this.connection = connection;
    this.breaker = breaker;
    this.patience = patience;
    this.observer = observer;
    observer.figure("redis.away", () -> isAway() ? 1 : 0);
  }

  /**
   * Makes ready to connect.
   *
   * @param budget how long one try may take
   * @param patience how long something that nobody waits for waits for company
   * @throws dev.lastseat.domain.port.UnusableStore when the URL is none of a Redis
   */
  public static Redis open(
      String url, Duration budget, Duration patience, Breaker breaker, Observer observer) {
    return new Redis(RedisConnection.to(url, budget, observer), breaker, patience, observer);
  }

  /** Whether the next call would most likely be in vain. */
  public boolean isAway() {
    return breaker.isOpen();
  }

  /**
   * What was read from the reply; empty when Redis is away or its reply makes no sense. The command
   * may or may not have been run then.
   */
  public <T> Optional<T> ask(Command command, Function<Reply, T> reading) {
    return ask(List.of(command)).flatMap(replies -> replies.getFirst().read(reading));
  }

  /** The replies to what goes out in one round trip; empty when Redis is away. */
  public Optional<List<Reply>> ask(List<Command> commands) {
    List<Reply> replies = new ArrayList<>();
    if (breaker.admits()) {
      commands.forEach(command -> enqueue(command, false, replies::add));
      sendAll(() -> replies.size() == commands.size());
    }
    return replies.size() == commands.size() ? Optional.of(replies) : Optional.empty();
  }

  /** Goes out with whatever goes out next; nothing is sent for its sake. Dropped while away. */
  public void piggyback(Command command, Consumer<Reply> onReply) {
    if (!isAway()) {
      enqueue(command, false, onReply);
    }
  }

  /** Goes out in a moment. Dropped while Redis is away. */
  public void send(Command command) {
    piggyback(command, _ -> {});
    flushIn(patience);
  }

  /** Goes out in a moment, and again until Redis has heard it; harmless to repeat. */
  public void deliver(Command command) {
    enqueue(command, true, _ -> {});
    flushIn(patience);
  }

  /** Sends what waits; Redis has done it when this returns, unless it is away. */
  public void flush() {
    if (!isAway() || (!waiting.isEmpty() && breaker.admits())) {
      sendAll(() -> false);
    }
  }

  private void enqueue(Command command, boolean mustDeliver, Consumer<Reply> onReply) {
    enqueue(new Waiting(command, mustDeliver, observer.moment(), onReply));
  }

  private void enqueue(Waiting command) {
    if (room.tryAcquire(command.bytes())) {
      waiting.add(command);
    }
  }

  private void flushIn(Duration time) {
    if (timerRuns.compareAndSet(false, true)) {
      var _ = timer.schedule(this::flushByTimer, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void flushByTimer() {
    timerRuns.set(false);
    flush();
    if (isAway() && !waiting.isEmpty()) {
      flushIn(Breaker.PAUSE);
    }
  }

  /** All that is there when it is this thread's turn, unless it has what it waits for by then. */
  private void sendAll(BooleanSupplier isAnswered) {
    sending.lock();
    try {
      int left = isAnswered.getAsBoolean() ? 0 : waiting.size();
      while (left > 0 && sendBatch()) {
        left -= MAX_BATCH;
      }
    } finally {
      sending.unlock();
    }
  }

  /** Whether it was answered. If not, it costs all who wait this one try, and nobody another. */
  private boolean sendBatch() {
    List<Waiting> batch = new ArrayList<>();
    waiting.drainTo(batch, MAX_BATCH);
    Optional<List<Reply>> replies =
        connection.attempt(
            batch.stream().map(Waiting::command).toList(), batch.getFirst().since(), breaker);
    if (replies.isEmpty()) {
      waiting.drainTo(batch);
    }
    batch.forEach(command -> room.release(command.bytes()));
    if (replies.isEmpty()) {
      batch.stream().filter(Waiting::mustDeliver).forEach(this::enqueue);
      flushIn(Breaker.PAUSE);
      return false;
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).onReply().accept(replies.get().get(i));
    }
    return true;
  }

  /**
   * Makes a trip over a connection of its own, whatever the breaker says.
   *
   * @throws IllegalStateException when Redis does not answer, or refuses
   */
  public void check(Command command) {
    connection.another().check(command);
  }

  /** Sends what waits, and disconnects. */
  @Override
  public void close() {
    timer.shutdownNow();
    flush();
    connection.close();
  }
}
