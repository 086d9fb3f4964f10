package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.port.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A store that bookings need, and a cache that they can do without. */
class HealthTest extends ServerTest {
  private final Dependency store = new Dependency("store", true);
  private final Dependency cache = new Dependency("cache", false);

  HealthTest() {
    health.add(store);
    health.add(cache);
  }

  @Test
  void all_is_up_when_everything_answers() {
    for (String path : new String[] {"/health", "/health/ready"}) {
      Reply ready = api(path).get().is(200);
      assertThat(ready.text("/status")).isEqualTo("up");
      assertThat(ready.text("/dependencies/0/name")).isEqualTo("store");
      assertThat(ready.text("/dependencies/1/name")).isEqualTo("cache");
      assertThat(ready.text("/dependencies/1/status")).isEqualTo("up");
      assertThat(ready.data().at("/dependencies/0/latencyMs").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void without_what_bookings_can_do_without_all_is_degraded() {
    cache.away = true;
    Reply ready = api("/health/ready").get().is(200);
    assertThat(ready.text("/status")).isEqualTo("degraded");
    assertThat(ready.text("/dependencies/0/status")).isEqualTo("up");
    assertThat(ready.text("/dependencies/1/status")).isEqualTo("down");
  }

  @Test
  void without_what_bookings_need_all_is_down_but_the_process_lives() {
    store.away = true;
    Reply ready = api("/health/ready").get().is(503);
    assertThat(ready.header("Retry-After")).isEqualTo("1");
    assertThat(ready.text("/status")).isEqualTo("down");
    assertThat(ready.text("/dependencies/0/status")).isEqualTo("down");
    assertThat(new String(ready.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
    int asked = store.asked;
    assertThat(api("/health/live").get().is(200).text("/status")).isEqualTo("up");
    assertThat(store.asked).isEqualTo(asked);
  }

  @Test
  void an_answer_that_failed_does_not_claim_success() {
    store.away = true;
    assertThat(api("/health/ready").get().is(503).json().path("success").asBoolean()).isFalse();
  }

  private static final class Dependency implements Health {
    private final String name;
    private final boolean essential;
    private volatile boolean away;
    private volatile int asked;

    Dependency(String name, boolean essential) {
      this.name = name;
      this.essential = essential;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean essential() {
      return essential;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the requests of a test come one by one
    public void check() {
      asked++;
      if (away) {
        throw new StoreUnavailable("a secret of the network");
      }
    }
  }
}
