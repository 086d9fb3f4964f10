package dev.lastseat.application.fake;

import dev.lastseat.application.port.Observer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what it saw, a line each. */
public final class FakeObserver implements Observer {
  private final List<String> seen = new CopyOnWriteArrayList<>();

  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public Request request(String method, Function<String, @Nullable String> header) {
    return (route, status, outcome) ->
        seen.add(String.join(" ", method, route, String.valueOf(status), outcome));
  }
}
