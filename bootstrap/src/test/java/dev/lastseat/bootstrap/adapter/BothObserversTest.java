package dev.lastseat.bootstrap.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BothObserversTest {
  private final List<String> seen = new ArrayList<>();
  private final Observer both = new BothObservers(new Named("one"), new Named("other"));

  @Test
  void both_see_everything_and_it_is_done_once() {
    AtomicInteger done = new AtomicInteger();
    both.request("GET", _ -> null).answered("/events", 200, "ok");
    assertThat(both.call("events", "find", done::incrementAndGet)).isEqualTo(1);
    assertThat(both.together("redis", 3, 0, done::incrementAndGet)).isEqualTo(2);
    both.figure("redis.away", () -> 0);
    assertThat(seen)
        .containsExactly(
            "one GET",
            "other GET",
            "other /events",
            "one /events", // as braces close
            "one find",
            "other find",
            "one redis",
            "other redis",
            "one figure",
            "other figure");
  }

  private final class Named implements Observer {
    private final String name;

    private Named(String name) {
      this.name = name;
    }

    private void sees(String what) {
      seen.add(name + " " + what);
    }

    @Override
    public Request request(String method, Function<String, @Nullable String> header) {
      sees(method);
      return (route, _, _) -> sees(route);
    }

    @Override
    public <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
      sees(operation);
      return call.get();
    }

    @Override
    public <T extends @Nullable Object> T together(
        String engine, int size, long since, Supplier<T> work) {
      sees(engine);
      return work.get();
    }

    @Override
    public void figure(String figure, Map<String, String> labels, IntSupplier count) {
      sees("figure");
    }
  }
}
