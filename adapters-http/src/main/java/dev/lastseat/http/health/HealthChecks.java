package dev.lastseat.http.health;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the dependencies are. They are asked once a second at the most, by one of those who want to
 * know, and the answer is everybody's: whoever asks often costs nothing. The log tells when one
 * goes down or comes back, not how often that was asked.
 */
final class HealthChecks {
  static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(HealthChecks.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Probe> probes;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Instant asked = Instant.MIN;
  private List<Dependency> last = List.of();

  HealthChecks(List<Health> dependencies, Clock clock) {
    this.probes = dependencies.stream().map(one -> new Probe(one, clock)).toList();
    this.clock = clock;
  }

  /** How one of them was when it was asked last. */
  record Dependency(String name, boolean essential, String status, long latencyMs) {
    static final String UP = "up";
    static final String DOWN = "down";

    boolean isUp() {
      return status.equals(UP);
    }
  }

  List<Dependency> latest() {
    lock.lock();
    try {
      if (!Instants.areWithin(GOOD_FOR, asked, clock.instant())) {
        // All at once, so that together they take no longer than the slowest.
        var checks = probes.stream().map(Probe::check).toList();
        last = checks.stream().map(CompletableFuture::join).toList();
        asked = clock.instant();
      }
      return last;
    } finally {
      lock.unlock();
    }
  }

  /** One dependency; as long as it owes an answer it is not asked again. */
  private static final class Probe {
    private final Health health;
    private final Clock clock;
    private CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
    private boolean up = true;

    private Probe(Health health, Clock clock) {
      this.health = health;
      this.clock = clock;
    }

    private CompletableFuture<Dependency> check() {
      return CompletableFuture.supplyAsync(
          () -> {
            Instant start = clock.instant();
            String status = answers() ? Dependency.UP : Dependency.DOWN;
            long latency = Duration.between(start, clock.instant()).toMillis();
            return new Dependency(health.name(), health.essential(), status, latency);
          },
          Thread::startVirtualThread);
    }

    /** A dependency that does not answer in time is down; its answer is not waited for. */
    private boolean answers() {
      if (asked.isDone()) {
        asked = CompletableFuture.runAsync(health::check, Thread::startVirtualThread);
      }
      try {
        asked.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        if (!up) {
          log.atInfo().addKeyValue("dependency", health.name()).log("up again");
        }
        up = true;
      } catch (CompletionException failed) {
        if (up) {
          log.atWarn().setCause(failed).addKeyValue("dependency", health.name()).log("down");
        }
        up = false;
      }
      return up;
    }
  }
}
