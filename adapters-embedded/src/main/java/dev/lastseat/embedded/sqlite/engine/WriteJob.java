package dev.lastseat.embedded.sqlite.engine;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A write that somebody waits for. */
final class WriteJob<T> {
  private final Write<T> write;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  WriteJob(Write<T> write) {
    this.write = write;
  }

  /** Runs the write; its outcome is announced by what this answers, after the commit. */
  Runnable run(Transaction transaction) throws SQLException {
    T result = write.in(transaction);
    return () -> outcome.complete(result);
  }

  void fail(RuntimeException failure) {
    outcome.completeExceptionally(failure);
  }

  CompletableFuture<T> outcome() {
    return outcome;
  }

  /** Whether nobody waits any more. */
  boolean isAbandoned() {
    return outcome.isCancelled();
  }
}
