package dev.lastseat.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How often the ports are called, with which result, and how long that takes on average. */
final class CallMeters {
  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Kind(String port, String operation, String result) {}

  void ended(String port, String operation, String result, long nanos) {
    timers
        .computeIfAbsent(new Kind(port, operation, result), this::register)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer register(Kind kind) {
    return Timer.builder("lastseat.port.calls")
        .description("Calls of stores and caches by what came of them")
        .tags("port", kind.port(), "operation", kind.operation(), "result", kind.result())
        .register(registry);
  }
}
