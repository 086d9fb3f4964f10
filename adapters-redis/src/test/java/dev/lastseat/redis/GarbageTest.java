package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.engines.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/** Anybody may write anything into a Redis: what makes no sense there costs its own reply only. */
class GarbageTest {
  private static final EventId EVENT = Ports.EVENT.id();
  private static final String LIST = "RPUSH 1 2 3";

  private final TickingClock clock = new TickingClock();
  private final RedisProcess redis = RedisProcess.start();
  private final Instance instance = open();
  private final Ports ports = Ports.of(instance.context(), clock);

  private Instance open() {
    return new Instance(redis.uri(), "test:", Duration.ofHours(1), clock);
  }

  @AfterEach
  void close() {
    instance.close();
    redis.close();
  }

  /** Replaces whatever is under the key by what a command makes of it. */
  private void spoil(String key, String command) {
    String[] words = command.split(" ");
    String[] arguments = new String[words.length];
    arguments[0] = key;
    System.arraycopy(words, 1, arguments, 1, words.length - 1);
    RawCommands.run(redis.uri(), "DEL", key);
    RawCommands.run(redis.uri(), words[0], arguments);
  }

  private Set<String> keys() {
    try (RedisClient client = RedisClient.create(redis.uri())) {
      return client.keys("test:*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LIST,
        "SET garbage",
        "SET {}",
        "SET null",
        "SET 1e999",
        "HSET ends x taken x until x confirmed x held x as-of x counting x cursor x fingerprint x"
      })
  void bookings_go_on_whatever_is_under_the_keys(String garbage) {
    try (Instance other = open()) {
      Ports others = Ports.of(other.context(), clock);
      ports.book(1, 1);
      ports.hints().release(EVENT, List.of(1));
      readEverything(ports);
      readEverything(ports);
      assertThat(keys()).hasSize(7);

      keys().forEach(key -> spoil(key, garbage));

      assertThat(others.book(1, 1)).isInstanceOf(Suggestion.Found.class);
      readEverything(others);
      assertThat(others.book(3, 10)).isInstanceOf(Suggestion.Found.class);
      assertThat(others.hints().<Integer>searching(EVENT, () -> 42)).isEqualTo(42);
      others.hints().refill(EVENT, 100, List.of(1));
      others.hints().soldOut(EVENT, 100, 1);
      others.events().forget(EVENT);
    }
  }

  private static void readEverything(Ports ports) {
    assertThat(ports.events().get(EVENT, _ -> Optional.of(Ports.EVENT))).contains(Ports.EVENT);
    assertThat(ports.availability().get(List.of(EVENT), _ -> Map.of(EVENT, TicketCounts.NONE)))
        .containsKey(EVENT);
    assertThat(ports.pages().get(Ports.ADA, new PageRequest.Numbered(1, 20), GarbageTest::page))
        .isEqualTo(page());
  }

  private static Page<Booking> page() {
    return new Page<>(List.of(), Optional.of(0L), Optional.empty());
  }

  /** A rename may not fool it, nor may an event that the domain would refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"\"event-1\":\"event-2\"", "100:0", "PUBLISHED:SOLD", "EUR:XXX"})
  void an_event_that_makes_no_sense_is_read_from_the_store(String change) {
    ports.events().get(EVENT, _ -> Optional.of(Ports.EVENT));
    ports.book(1, 1);
    String key = new Keys("test:").event(EVENT);
    String[] fromTo = change.split(":");
    try (RedisClient client = RedisClient.create(redis.uri())) {
      client.set(key, client.get(key).replace(fromTo[0], fromTo[1]));
    }
    clock.advance(EventCache.OWN_COPY);

    Event now = AnEvent.published("event-1").places(50).event();

    assertThat(ports.events().get(EVENT, _ -> Optional.of(now))).contains(now);
  }

  @Test
  void the_counts_of_one_event_cost_another_nothing() {
    EventId broken = new EventId("event-2");
    List<EventId> both = List.of(EVENT, broken);
    ports.availability().get(both, _ -> Map.of());
    ports.book(1, 1);
    spoil(new Keys("test:").counts(broken), LIST);

    assertThat(ports.availability().get(both, _ -> Map.of(broken, new TicketCounts(7, 0))))
        .hasEntrySatisfying(EVENT, it -> assertThat(it.counts().confirmed()).isOne())
        .hasEntrySatisfying(broken, it -> assertThat(it.counts().confirmed()).isEqualTo(7));
  }
}
