package dev.lastseat.bootstrap;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the program: in order if it can be, and in time in any case. */
record Stop(Runnable close, Duration patience) {
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final Logger log = LoggerFactory.getLogger(Stop.class);

  /** Closes, and answers the status to exit with. */
  int run() {
    FutureTask<Integer> closing = new FutureTask<>(close, SUCCESS);
    Thread.ofPlatform().name("stop").daemon().start(closing);
    try {
      return closing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      log.error("not stopped in order", failed.getCause());
    } catch (TimeoutException late) {
      log.error("not stopped in order within {}: the rest is cut off", patience);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return FAILURE;
  }
}
