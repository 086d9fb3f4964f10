package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Observer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two who watch the same.
 *
 * @param first also tells the moments
 */
record BothObservers(Observer first, Observer second) implements Observer {
  @Override
  public Request request(String method, Function<String, @Nullable String> header) {
    Request one = first.request(method, header);
    Request other = second.request(method, header);
    return (route, status, outcome) -> {
      other.answered(route, status, outcome);
      one.answered(route, status, outcome);
    };
  }

  @Override
  public <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
    return first.call(port, operation, () -> second.call(port, operation, call));
  }

  @Override
  public <T extends @Nullable Object> T together(
      String engine, int size, long since, Supplier<T> work) {
    return first.together(engine, size, since, () -> second.together(engine, size, since, work));
  }

  @Override
  public long moment() {
    return first.moment();
  }

  @Override
  public void figure(String name, Map<String, String> labels, IntSupplier count) {
    first.figure(name, labels, count);
    second.figure(name, labels, count);
  }

  @Override
  public Runnable counter(String name, Map<String, String> labels) {
    Runnable one = first.counter(name, labels);
    Runnable other = second.counter(name, labels);
    return () -> {
      one.run();
      other.run();
    };
  }
}
