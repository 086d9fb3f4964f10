package dev.lastseat.embedded.sqlite.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that one thread does and another one waits for. */
record Job<S, T>(Work<S, T> work, CompletableFuture<T> outcome) {
  /** The most jobs that may wait in one queue; more than these would time out anyway. */
  static final int MAX_WAITING = 20_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static <S, T> Job<S, T> of(Work<S, T> work) {
    return new Job<>(work, new CompletableFuture<>());
  }

  /** Does the work; its outcome is told by what this answers, so that a commit can come first. */
  Runnable run(S store) throws SQLException {
    T result = work.in(store);
    return () -> outcome.complete(result);
  }

  void fail(RuntimeException failure) {
    outcome.completeExceptionally(failure);
  }

  /** Whether nobody waits any more. */
  boolean isAbandoned() {
    return outcome.isCancelled();
  }

  T await(SqlFailures failures) {
    try {
      return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure);
    } catch (TimeoutException late) {
      outcome.cancel(false);
      throw failures.tooSlow("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      outcome.cancel(false);
      Thread.currentThread().interrupt();
      throw failures.tooSlow("the answer was not waited for");
    }
  }
}
