package dev.lastseat.http.live;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for so many who listen, of whom one sender cannot take all. */
final class ListenerLimit {
  private static final Map<String, String> LATER = Map.of("Retry-After", "5");

  private final ListenerSettings settings;
  private final Semaphore free;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  ListenerLimit(ListenerSettings settings) {
    this.settings = settings;
    this.free = new Semaphore(settings.max());
  }

  void take(Sender sender) {
    if (taken.merge(sender.account(), 1, Integer::sum) > settings.maxPerSender()) {
      giveBack(sender);
      throw Problem.of(
          Code.RATE_LIMIT_EXCEEDED,
          "You listen "
              + settings.maxPerSender()
              + " times already, and nobody can more often; ask without listening.",
          LATER);
    }
    if (!free.tryAcquire()) {
      giveBack(sender);
      throw Problem.of(
          Code.SERVICE_UNAVAILABLE,
          settings.max() + " listen already, and no more can; ask without listening, or later.",
          LATER);
    }
  }

  void leave(Sender sender) {
    giveBack(sender);
    free.release();
  }

  private void giveBack(Sender sender) {
    taken.computeIfPresent(
        sender.account(), (_, listeners) -> listeners == 1 ? null : listeners - 1);
  }

  /** Whether all were left before the time was up. */
  boolean areLeftWithin(Duration time) throws InterruptedException {
    return free.tryAcquire(settings.max(), time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
