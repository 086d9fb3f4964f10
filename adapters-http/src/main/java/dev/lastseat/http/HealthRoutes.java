package dev.lastseat.http;

import dev.lastseat.application.port.Health;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the program lives, and whether it can work. */
final class HealthRoutes {
  private static final Logger log = LoggerFactory.getLogger(HealthRoutes.class);
  private static final String PATH = "/health";
  private static final String UP = "up";
  private static final String DEGRADED = "degraded";
  private static final String DOWN = "down";
  private static final String NO_ANSWER = "does not answer properly";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Health> dependencies;
  private final Clock clock;

  HealthRoutes(List<Health> dependencies, Clock clock) {
    this.dependencies = dependencies;
    this.clock = clock;
  }

  record Dependency(String name, boolean essential, String status, long latencyMs) {
    boolean isUp() {
      return status.equals(UP);
    }
  }

  record Readiness(String status, List<Dependency> dependencies) {
    static Readiness of(List<Dependency> checked) {
      if (checked.stream().allMatch(Dependency::isUp)) {
        return new Readiness(UP, checked);
      }
      boolean works = checked.stream().filter(Dependency::essential).allMatch(Dependency::isUp);
      return new Readiness(works ? DEGRADED : DOWN, checked);
    }
  }

  record Liveness(String status) {}

  List<Route> routes() {
    return List.of(
        Route.query(PATH, Access.OPEN, this::ready),
        Route.query(PATH + "/live", Access.OPEN, HealthRoutes::live),
        Route.query(PATH + "/ready", Access.OPEN, this::ready));
  }

  private static void live(Context context) {
    Responses.ok(context, new Liveness(UP), "The process is alive.");
  }

  private void ready(Context context) {
    Readiness readiness = Readiness.of(checkAll());
    String message = "Lastseat is " + readiness.status() + ".";
    if (!readiness.status().equals(DOWN)) {
      Responses.ok(context, readiness, message);
      return;
    }
    context.header("Retry-After", "1");
    List<Problem.Detail> errors =
        readiness.dependencies().stream()
            .filter(one -> one.essential() && !one.isUp())
            .map(one -> new Problem.Detail(one.name(), Code.SERVICE_UNAVAILABLE, NO_ANSWER))
            .toList();
    Responses.json(context, 503, Envelope.failure(message, errors, readiness));
  }

  /** All at once, so that together they take no longer than the slowest. */
  private List<Dependency> checkAll() {
    List<CompletableFuture<Dependency>> checks =
        dependencies.stream()
            .map(one -> CompletableFuture.supplyAsync(() -> check(one), Thread::startVirtualThread))
            .toList();
    return checks.stream().map(CompletableFuture::join).toList();
  }

  private Dependency check(Health health) {
    Instant start = clock.instant();
    String status = answers(health) ? UP : DOWN;
    long latency = Duration.between(start, clock.instant()).toMillis();
    return new Dependency(health.name(), health.essential(), status, latency);
  }

  /** A dependency that does not answer is down; its answer is not waited for. */
  private static boolean answers(Health health) {
    try {
      CompletableFuture.runAsync(health::check, Thread::startVirtualThread)
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
      return true;
    } catch (CompletionException failed) {
      log.atWarn().setCause(failed).addKeyValue("dependency", health.name()).log("down");
      return false;
    }
  }
}
