package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.StoreUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Turns failures of the driver and of waiting into those of the ports, which name the file. */
record SqlFailures(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Most failures are the file's or the disk's, and may pass (https://sqlite.org/rescode.html). A
   * statement that is wrong or breaks a constraint is the program's own fault, and so is what the
   * driver refuses without asking SQLite.
   */
  RuntimeException of(@Nullable Throwable failure) {
    return switch (failure) {
      case RuntimeException own -> own;
      case SQLException sql when isOfTheProgram(sql.getErrorCode() & 0xff) ->
          new IllegalStateException("statement failed: " + sql.getMessage(), sql);
      case SQLException sql -> new StoreUnavailable(file + ": " + sql.getMessage(), sql);
      case null, default -> new IllegalStateException("the work in the store failed", failure);
    };
  }

  private static boolean isOfTheProgram(int code) {
    return switch (code) {
      case 0, 1, 12, 18, 19, 20, 21, 25 -> true;
      default -> false;
    };
  }

  /** What another thread answers; who waits no longer has cancelled it. */
  <T> T await(Future<T> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw of(failure.getCause());
    } catch (TimeoutException late) {
      answer.cancel(false);
      throw tooSlow("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw tooSlow("the answer was not waited for");
    }
  }

  StoreUnavailable closed() {
    return new StoreUnavailable(file + " is closed");
  }

  /** What was done of the write, if anything, is not known. */
  StoreUnavailable unknown(Throwable failure) {
    return new StoreUnavailable(file + ": the write was cut short: " + failure, failure);
  }

  StoreUnavailable tooSlow(String what) {
    return new StoreUnavailable(file + ": " + what);
  }
}
