package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.engines.Outage;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.redis.client.Breaker;
import dev.lastseat.redis.client.CountingBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.RedisClient;

/** What happens when Redis is away, forgets, or is slow. */
class FaultsTest {
  /** Long enough for a slow machine, short enough to wait for a Redis that does not answer. */
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static final EventId EVENT = Ports.EVENT.id();

  private final TickingClock clock = new TickingClock();
  private final CountingBreaker breaker = new CountingBreaker(clock);
  private RedisProcess redis;
  private RedisContext context;
  private Ports ports;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    context = open(breaker);
    ports = Ports.of(context, clock);
  }

  private RedisContext open(Breaker own) {
    var tuning = new RedisAdapters.Tuning(BUDGET, Duration.ofHours(1), "test:");
    return RedisAdapters.context(
        redis.uri(), tuning, clock, own, Instances.RANDOM, Observer.NOBODY);
  }

  @AfterEach
  void end() {
    context.redis().close();
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void bookings_go_on_while_redis_is_away_and_after_a_few_calls_nobody_waits_for_it(Outage outage) {
    ports.book(1, 1);
    outage.begin(redis);

    for (int i = 2; i < 20; i++) {
      assertThat(ports.book(i, 1)).isInstanceOf(Suggestion.Found.class);
    }

    assertThat(breaker.failures()).isEqualTo(Breaker.FAILURES);
    assertThat(context.redis().isAway()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void redis_is_used_again_after_it_came_back(Outage outage) {
    outage.begin(redis);
    ports.book(1, 1);
    ports.book(2, 1);
    outage.end(redis);
    clock.advance(Breaker.PAUSE);

    ports.book(3, 1);

    assertThat(context.redis().isAway()).isFalse();
    assertThat(breaker.failures()).isEqualTo(Breaker.FAILURES);
    assertThat(keys())
        .contains(
            new Keys("test:").limit("user:ada"),
            "test:user:{ada}:response:00000000-0000-4000-0000-000000000003");
  }

  @ParameterizedTest
  @EnumSource
  void every_port_answers_by_its_fallback_while_redis_is_away(Outage outage) {
    outage.begin(redis);
    ports.book(1, 1);
    ports.book(2, 1);

    assertThat(ports.limiter().take("user:ada", 3).remaining()).isZero();
    assertThat(ports.events().get(EVENT, _ -> Optional.empty())).contains(Ports.EVENT);
    assertThat(ports.availability().get(List.of(EVENT), _ -> Map.of(EVENT, new TicketCounts(2, 0))))
        .containsKey(EVENT);
    assertThat(ports.hints().<Integer>searching(EVENT, () -> 42)).isEqualTo(42);
    ports.hints().refill(EVENT, 100, List.of());
    ports.hints().soldOut(EVENT, 100, 0);
    assertThat(ports.book(3, 1)).isInstanceOf(Suggestion.SoldOut.class);
  }

  @Test
  void an_event_that_changed_while_redis_was_away_is_forgotten_when_it_is_back() {
    Event changed = Ports.EVENT.cancel(clock.instant());
    Ports another = Ports.of(open(new Breaker(clock)), clock);
    ports.events().get(EVENT, _ -> Optional.of(Ports.EVENT));
    ports.book(1, 1);
    redis.freeze();
    ports.book(2, 1);
    ports.book(3, 1);
    ports.events().forget(EVENT);
    redis.thaw();
    clock.advance(Breaker.PAUSE);

    ports.events().get(EVENT, _ -> Optional.of(changed));

    assertThat(another.events().get(EVENT, _ -> Optional.of(changed))).contains(changed);
  }

  @Test
  void a_redis_that_forgot_everything_costs_only_speed() {
    ports.book(1, 1);
    command("FLUSHALL");

    assertThat(ports.book(2, 10)).isInstanceOf(Suggestion.Found.class);
    assertThat(ports.book(3, 10)).isInstanceOf(Suggestion.Found.class);
    assertThat(breaker.failures()).isZero();
  }

  @Test
  void scripts_that_redis_forgot_are_sent_again() {
    ports.book(1, 1);
    command("SCRIPT", "FLUSH");

    ports.book(2, 1);

    assertThat(breaker.failures()).isZero();
    assertThat(ports.limiter().take("user:ada", 3).remaining()).isZero();
  }

  @Test
  void a_call_that_redis_is_too_slow_for_is_answered_by_the_fallback_and_the_next_by_redis() {
    ports.limiter().take("user:ada", 5);
    ports.limiter().take("user:ada", 5);
    command("CLIENT", "PAUSE", "3600000", "WRITE");

    assertThat(ports.limiter().take("user:ada", 5).remaining()).as("by the fallback").isEqualTo(4);
    command("CLIENT", "UNPAUSE");

    assertThat(breaker.failures()).isEqualTo(1);
    assertThat(ports.limiter().take("user:ada", 5).remaining()).as("by Redis").isLessThan(3);
  }

  private Set<String> keys() {
    try (RedisClient client = RedisClient.create(redis.uri())) {
      return client.keys("test:*");
    }
  }

  private void command(String name, String... arguments) {
    RawCommands.run(redis.uri(), name, arguments);
  }
}
