package dev.lastseat.application.fake;

import dev.lastseat.application.port.Observer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what it saw, a line each. */
public final class FakeObserver implements Observer {
  private final Map<String, IntSupplier> figures = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  public List<String> seen() {
    return List.copyOf(seen);
  }

  /** What can be counted now, by name. */
  public int count(String figure) {
    IntSupplier count = figures.get(figure);
    if (count == null) {
      throw new AssertionError("nobody counts " + figure);
    }
    return count.getAsInt();
  }

  @Override
  public <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
    seen.add(port + "." + operation);
    return call.get();
  }

  @Override
  public <T extends @Nullable Object> T together(
      String engine, int size, long since, Supplier<T> work) {
    seen.add(engine + " " + size);
    return work.get();
  }

  @Override
  public void figure(String name, IntSupplier count) {
    figures.put(name, count);
  }

  @Override
  public Request request(String method, Function<String, @Nullable String> header) {
    return (route, status, outcome) ->
        seen.add(String.join(" ", method, route, String.valueOf(status), outcome));
  }
}
