package dev.lastseat.http;

import dev.lastseat.domain.port.Health;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Whether the program lives, and whether it can work. */
final class HealthRoutes {
  private static final String PATH = "/health";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Health> dependencies;
  private final Clock clock;

  HealthRoutes(List<Health> dependencies, Clock clock) {
    this.dependencies = dependencies;
    this.clock = clock;
  }

  record Dependency(String name, boolean essential, String status, long latencyMs) {
    boolean up() {
      return status.equals("up");
    }
  }

  record Readiness(String status, List<Dependency> dependencies) {}

  record Liveness(String status) {}

  List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.ALL, this::ready),
        Route.get(PATH + "/live", Access.ALL, HealthRoutes::live),
        Route.get(PATH + "/ready", Access.ALL, this::ready));
  }

  static boolean isHealth(String path) {
    return path.equals(Route.BASE + PATH) || path.startsWith(Route.BASE + PATH + "/");
  }

  private static void live(Context context) {
    Answers.ok(context, new Liveness("up"), "The process is alive.");
  }

  private void ready(Context context) {
    List<Dependency> checked = dependencies.stream().map(this::check).toList();
    boolean down = checked.stream().anyMatch(one -> one.essential() && !one.up());
    boolean degraded = checked.stream().anyMatch(one -> !one.up());
    String status = down ? "down" : degraded ? "degraded" : "up";
    if (down) {
      context.header("Retry-After", "1");
    }
    String body = Envelope.success(new Readiness(status, checked), "Lastseat is " + status + ".");
    Answers.json(context, down ? 503 : 200, body);
  }

  private Dependency check(Health health) {
    Instant start = clock.instant();
    String status = isUp(health) ? "up" : "down";
    long latency = Duration.between(start, clock.instant()).toMillis();
    return new Dependency(health.name(), health.essential(), status, latency);
  }

  /** A dependency that does not answer is down; its answer is not waited for. */
  private static boolean isUp(Health health) {
    try {
      CompletableFuture.runAsync(health::check, Thread::startVirtualThread)
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
      return true;
    } catch (CompletionException failed) {
      return false;
    }
  }
}
