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
import java.util.List;

/** Whether the program lives, and whether it can work. */
final class HealthRoutes {
  /** Here it is found outside of the API too, where probes look first. */
  static final String PATH = "/health";

  private static final String UP = "up";
  private static final String DEGRADED = "degraded";
  private static final String DOWN = "down";
  private static final String NO_ANSWER = "does not answer properly";

  private final HealthChecks checks;

  HealthRoutes(List<Health> dependencies, Clock clock) {
    this.checks = new HealthChecks(dependencies, clock);
  }

  record Dependency(String name, boolean essential, String status, long latencyMs) {
    static Dependency of(HealthChecks.Dependency checked) {
      return new Dependency(
          checked.name(),
          checked.essential(),
          checked.isUp() ? UP : DOWN,
          checked.latency().toMillis());
    }

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
    Readiness readiness = Readiness.of(checks.latest().stream().map(Dependency::of).toList());
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
}
