package dev.lastseat.metrics;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts and times what it sees. */
final class MetricsObserver implements Observer {
  private final MeterRegistry registry;
  private final RequestMeters requests;
  private final CallMeters calls;
  private final Map<String, BatchMeters> batches = new ConcurrentHashMap<>();

  MetricsObserver(MeterRegistry registry) {
    this.registry = registry;
    this.requests = new RequestMeters(registry);
    this.calls = new CallMeters(registry);
  }

  @Override
  public <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
    long began = moment();
    String result = Results.FAILED;
    try {
      T answer = call.get();
      result = Results.of(answer);
      return answer;
    } catch (StoreUnavailable away) {
      result = Results.UNAVAILABLE;
      throw away;
    } finally {
      calls.ended(port, operation, result, moment() - began);
    }
  }

  @Override
  public <T extends @Nullable Object> T together(
      String engine, int size, long since, Supplier<T> work) {
    long began = moment();
    BatchMeters meters = batches.computeIfAbsent(engine, name -> new BatchMeters(name, registry));
    meters.begins(size, began - since);
    String result = Results.FAILED;
    try {
      T answer = work.get();
      result = Results.OK;
      return answer;
    } finally {
      meters.ended(result, moment() - began);
    }
  }

  @Override
  public void figure(String name, Map<String, String> labels, IntSupplier count) {
    Gauge.builder("lastseat." + name, count::getAsInt)
        .tags(tags(labels))
        .strongReference(true)
        .register(registry);
  }

  @Override
  public Runnable counter(String name, Map<String, String> labels) {
    return registry.counter("lastseat." + name, tags(labels))::increment;
  }

  private static Tags tags(Map<String, String> labels) {
    return Tags.of(
        labels.entrySet().stream().map(it -> Tag.of(it.getKey(), it.getValue())).toList());
  }

  @Override
  public Request request(String method, Function<String, @Nullable String> header) {
    long began = moment();
    return (route, status, outcome) ->
        requests.answered(method, route, status, outcome, moment() - began);
  }

  @Override
  public long moment() {
    return registry.config().clock().monotonicTime();
  }
}
