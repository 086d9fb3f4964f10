package dev.lastseat.http.health;

import dev.lastseat.application.port.Health;
import dev.lastseat.http.health.HealthChecks.Dependency;
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
public final class HealthRoutes {
  private final HealthChecks checks;

  public HealthRoutes(List<Health> dependencies, Clock clock) {
    this.checks = new HealthChecks(dependencies, clock);
  }

  record Readiness(String status, List<Dependency> dependencies) {}

  record Liveness(String status) {}

  public List<Route> routes() {
    return List.of(
        Route.query("/health", Access.OPEN, this::ready),
        Route.query("/health", Access.OPEN, this::ready).atRoot(), // where probes look first
        Route.query("/health/live", Access.OPEN, HealthRoutes::live),
        Route.query("/health/ready", Access.OPEN, this::ready));
  }

  private static void live(Context context) {
    Responses.ok(context, new Liveness(Dependency.UP), "The process is alive.");
  }

  private void ready(Context context) {
    List<Dependency> dependencies = checks.latest();
    List<Dependency> down = dependencies.stream().filter(one -> !one.isUp()).toList();
    List<Problem.Detail> errors =
        down.stream().filter(Dependency::essential).map(HealthRoutes::error).toList();
    if (errors.isEmpty()) {
      String status = down.isEmpty() ? Dependency.UP : "degraded";
      Responses.ok(context, new Readiness(status, dependencies), "Lastseat is " + status + ".");
    } else {
      context.header("Retry-After", "1");
      Readiness readiness = new Readiness(Dependency.DOWN, dependencies);
      String body = Envelope.failure("Lastseat is down.", errors, readiness);
      Responses.json(context, Code.SERVICE_UNAVAILABLE.status, body);
    }
  }

  private static Problem.Detail error(Dependency down) {
    return new Problem.Detail(down.name(), Code.SERVICE_UNAVAILABLE, "does not answer properly");
  }
}
