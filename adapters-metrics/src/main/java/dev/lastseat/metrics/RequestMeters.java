package dev.lastseat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * How long requests take, and what comes of them. Only patterns of routes and known methods become
 * labels, so that no client can make figures up.
 */
final class RequestMeters {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<Kind, Meters> meters = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Kind(String method, String route, int hundreds, String outcome) {}

  private record Meters(Timer time, Counter count) {}

  void answered(String method, String route, int status, String outcome, long nanos) {
    String known = METHODS.contains(method) ? method : "other";
    Kind kind = new Kind(known, route, status / 100, outcome);
    Meters of = meters.computeIfAbsent(kind, this::register);
    of.time().record(nanos, TimeUnit.NANOSECONDS);
    of.count().increment();
  }

  private Meters register(Kind kind) {
    Tags tags = Tags.of("method", kind.method(), "route", kind.route());
    return new Meters(
        Timer.builder("http.server.requests")
            .description("Time until a request was answered")
            .tags(tags.and("status", kind.hundreds() + "xx"))
            .serviceLevelObjectives(BUCKETS)
            .register(registry),
        Counter.builder("lastseat.requests")
            .description("Requests by what came of them")
            .tags(tags.and("outcome", kind.outcome()))
            .register(registry));
  }
}
