package dev.lastseat.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

  @Test
  void whoever_asks_within_a_second_gets_the_same_answer_and_nobody_is_asked_for_it() {
    for (int i = 0; i < 50; i++) {
      api(i % 2 == 0 ? "/health" : "/health/ready").get().is(200);
    }
    assertThat(store.asked).isEqualTo(1);
    store.away = true;
    house.clock.advance(HealthChecks.GOOD_FOR.minusMillis(1));
    api("/health").get().is(200);

    house.clock.advance(Duration.ofMillis(1));
    api("/health").get().is(503);
    assertThat(store.asked).isEqualTo(2);
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_no_answer_be_good_for_so_long() {
    api("/health").get().is(200);
    store.away = true;
    house.clock.advance(Duration.ofDays(-1));

    api("/health").get().is(503);
  }

  @Test
  void the_log_tells_that_a_dependency_went_and_came_back_not_how_often_that_was_asked() {
    try (LogLines lines = new LogLines(HealthChecks.class)) {
      for (boolean away : new boolean[] {false, true, true, true, false, false}) {
        cache.away = away;
        api("/health").get().is(200);
        house.clock.advance(HealthChecks.GOOD_FOR);
      }

      assertThat(lines.messages()).containsExactly("down", "up again");
    }
  }

  @Test
  void health_is_found_at_the_root_too_and_only_these_paths_are_not_counted() {
    for (String path :
        new String[] {"/health", "/health/", "/api/v1/health", "/api/v1/health/live/"}) {
      Reply reply = root(path).get().is(200);
      assertThat(reply.header("RateLimit")).as(path).isEmpty();
      assertThat(root(path).send("HEAD").is(200).body()).isEmpty();
    }
    for (String path : new String[] {"/health/live", "/api/v1/health/x", "/api/v1/healthy"}) {
      assertThat(root(path).get().is(404).header("RateLimit")).as(path).isNotEmpty();
    }
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
