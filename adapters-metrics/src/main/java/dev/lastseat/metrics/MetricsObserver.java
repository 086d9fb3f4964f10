package dev.lastseat.metrics;

import dev.lastseat.application.port.Observer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts and times what it sees. */
final class MetricsObserver implements Observer {
  private final MeterRegistry registry;
  private final RequestMeters requests;

  MetricsObserver(MeterRegistry registry) {
    this.registry = registry;
    this.requests = new RequestMeters(registry);
  }

  @Override
  public Request request(String method, Function<String, @Nullable String> header) {
    long began = now();
    return (route, status, outcome) ->
        requests.answered(method, route, status, outcome, now() - began);
  }

  private long now() {
    return registry.config().clock().monotonicTime();
  }
}
