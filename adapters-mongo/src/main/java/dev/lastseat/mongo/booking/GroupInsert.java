package dev.lastseat.mongo.booking;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.booking.BookingBatch.Waiting;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Bookings that wait at the same moment go to the store together. No timer: while one batch is on
 * its way the next one gathers, so a lone booking waits for nobody.
 */
public final class GroupInsert implements AutoCloseable {
  /** Batches that are on their way at once; more of them would be smaller and win nothing. */
  private static final int LANES = 2;

  /** The most bookings of one batch; more would make each wait for too many others. */
  private static final int MAX_BATCH = 64;

  /** The most bookings that may wait; more than these would wait longer than anybody does. */
  private static final int MAX_WAITING = 20_000;

  /** What one waits for beyond the time of an operation, for the answer to come within 3 s. */
  private static final Duration HANDOVER = Duration.ofMillis(200);

  private static final System.Logger LOG = System.getLogger(GroupInsert.class.getName());

  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Database db;
  private final Observer observer;
  private final Duration patience;
  private final List<Thread> lanes;
  private volatile boolean closed;

  public GroupInsert(Database db, Observer observer) {
    this.db = db;
    this.observer = observer;
    this.patience = db.timeout().plus(HANDOVER);
    observer.figure("mongodb.inserts.waiting", waiting::size);
    this.lanes =
        Stream.generate(
                () -> Thread.ofPlatform().name("lastseat-insert").daemon().start(this::work))
            .limit(LANES)
            .toList();
  }

  /** Stores the booking, or says why not. */
  Insertion insert(Booking.Live booking) {
    Waiting job =
        new Waiting(
            booking,
            BookingDocuments.toDocument(booking),
            new CompletableFuture<>(),
            observer.moment());
    if (!waiting.offer(job)) {
      throw new StoreUnavailable("mongodb: too many bookings are waiting");
    }
    if (closed && waiting.remove(job)) {
      throw new StoreUnavailable("mongodb: the store is closed");
    }
    return await(job.outcome());
  }

  private Insertion await(CompletableFuture<Insertion> outcome) {
    try {
      return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new StoreUnavailable("mongodb: the insert failed", failure);
    } catch (TimeoutException late) {
      outcome.cancel(false);
      throw new StoreUnavailable(
          "mongodb: the insert took longer than " + patience.toMillis() + " ms");
    } catch (InterruptedException interrupted) {
      outcome.cancel(false);
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("mongodb: the insert was not waited for", interrupted);
    }
  }

  private void work() {
    while (!closed) {
      List<Waiting> batch = List.of();
      try {
        batch = next();
        if (!batch.isEmpty()) {
          insert(batch);
        }
      } catch (InterruptedException interrupted) {
        closed = true;
      } catch (RuntimeException | Error failure) {
        // Without a lane nothing is sold any more.
        LOG.log(Level.ERROR, "a batch of bookings failed", failure);
        batch.forEach(job -> job.outcome().completeExceptionally(failure));
      }
    }
    for (Waiting job = waiting.poll(); job != null; job = waiting.poll()) {
      job.outcome().completeExceptionally(new IllegalStateException("it is closed"));
    }
  }

  private void insert(List<Waiting> batch) {
    long since = batch.stream().mapToLong(Waiting::since).min().orElseThrow();
    observer.together("mongodb", batch.size(), since, () -> send(batch));
  }

  private int send(List<Waiting> batch) {
    new BookingBatch(db, batch).insert();
    return batch.size();
  }

  /** In the order of their places, so that two batches rarely wait for each other. */
  private List<Waiting> next() throws InterruptedException {
    List<Waiting> batch = new ArrayList<>();
    batch.add(waiting.take());
    waiting.drainTo(batch, MAX_BATCH - 1);
    batch.removeIf(job -> !job.isAwaited());
    batch.sort(
        Comparator.comparing((Waiting job) -> job.booking().details().eventId().value())
            .thenComparing(job -> job.booking().claim().places().ordinals().getFirst()));
    return batch;
  }

  /** Whoever still waits is told that the store is closed. */
  @Override
  public void close() {
    closed = true;
    lanes.forEach(Thread::interrupt);
    try {
      for (Thread lane : lanes) {
        lane.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
