package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.Relay;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking costs. On a Redis of its own, so that nobody else is counted. */
class RoundTripsTest {
  private static final Duration NOT_BY_ITSELF = Duration.ofHours(1);

  private final TickingClock clock = new TickingClock();
  private RedisProcess redis;
  private Relay relay;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    relay = Relay.before(redis.uri());
  }

  @AfterEach
  void end() {
    relay.close();
    redis.close();
  }

  private Instance open() {
    return new Instance(relay.uri(), "test:", NOT_BY_ITSELF, clock);
  }

  private int trips(Ports ports, long number, int tickets) {
    return relay.roundTrips(
        () -> assertThat(ports.book(number, tickets)).isInstanceOf(Suggestion.Found.class));
  }

  /** The limit; the key; the response, together with all that nobody waits for. */
  @Test
  void a_booking_takes_three_round_trips() {
    try (Instance instance = open()) {
      Ports ports = Ports.of(instance.context(), clock);
      ports.book(1, 1);

      assertThat(Stream.of(1, 10, 3, 10, 10, 2).map(tickets -> trips(ports, 10 + tickets, tickets)))
          .containsOnly(3);
    }
  }

  @Test
  void others_who_read_an_event_from_the_store_or_forget_another_cost_a_booking_no_trip() {
    try (Instance instance = open();
        Instance another = open()) {
      Ports ports = Ports.of(instance.context(), clock);
      Ports others = Ports.of(another.context(), clock);
      ports.book(1, 1);

      ports.events().refresh(Ports.EVENT.id(), _ -> Optional.of(Ports.EVENT));
      others.events().refresh(Ports.EVENT.id(), _ -> Optional.of(Ports.EVENT));
      others.events().forget(new EventId("event-2"));

      assertThat(trips(ports, 2, 1)).isEqualTo(3);
    }
  }

  /** The event; no cursor; the cursor; and then the places. */
  @Test
  void the_first_booking_of_an_event_takes_four_more() {
    try (Instance first = open()) {
      Ports.of(first.context(), clock).book(1, 1);
    }
    try (Instance second = open()) {
      assertThat(trips(Ports.of(second.context(), clock), 2, 1)).isEqualTo(7);
    }
  }

  /** Another one has set the cursor and filled the cache. */
  @Test
  void the_first_booking_of_another_instance_takes_two_more() {
    try (Instance first = open();
        Instance second = open()) {
      Ports.of(first.context(), clock).book(1, 1);

      assertThat(trips(Ports.of(second.context(), clock), 2, 1)).isEqualTo(5);
    }
  }
}
