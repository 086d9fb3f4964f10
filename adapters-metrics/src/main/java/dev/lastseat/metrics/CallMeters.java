package dev.lastseat.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often the ports are called, with which result, and how long that takes on average. A timer
 * would keep the longest of each too, at the cost of a series and of more than all of this.
 */
final class CallMeters {
  private final MeterRegistry registry;
  private final Map<Kind, Sums> sums = new ConcurrentHashMap<>();

  CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Kind(String port, String operation, String result) {}

  private record Sums(LongAdder calls, LongAdder nanos) {}

  void ended(String port, String operation, String result, long nanos) {
    Sums sum = sums.computeIfAbsent(new Kind(port, operation, result), this::register);
    sum.calls().increment();
    sum.nanos().add(nanos);
  }

  private Sums register(Kind kind) {
    Sums sum = new Sums(new LongAdder(), new LongAdder());
    FunctionTimer.builder(
            "lastseat.port.calls",
            sum,
            it -> it.calls().sum(),
            it -> it.nanos().sum(),
            TimeUnit.NANOSECONDS)
        .description("Calls of stores and caches by what came of them")
        .tags("port", kind.port(), "operation", kind.operation(), "result", kind.result())
        .register(registry);
    return sum;
  }
}
