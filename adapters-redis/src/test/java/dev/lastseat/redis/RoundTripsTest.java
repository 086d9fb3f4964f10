package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.PlaceHints.Suggestion;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.RoundTrips;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking costs. On a Redis of its own, so that nobody else is counted. */
class RoundTripsTest {
  private static final Duration NOT_BY_ITSELF = Duration.ofHours(1);

  private final TickingClock clock = new TickingClock();
  private RedisProcess redis;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
  }

  @AfterEach
  void end() {
    redis.close();
  }

  private Instance open() {
    return new Instance(redis.uri(), "test:", NOT_BY_ITSELF, clock);
  }

  private int trips(Ports ports, long number, int tickets) {
    return RoundTrips.of(
        redis.uri(),
        () -> assertThat(ports.book(number, tickets)).isInstanceOf(Suggestion.Found.class));
  }

  /** The limit; the key; the response, together with all that nobody waits for. */
  @Test
  void a_booking_takes_three_round_trips() {
    try (Instance instance = open()) {
      Ports ports = Ports.of(instance.store(), clock);
      ports.book(1, 1);

      assertThat(Stream.of(1, 10, 3, 10, 10, 2).map(tickets -> trips(ports, 10 + tickets, tickets)))
          .containsOnly(3);
    }
  }

  /** The event; no cursor; the cursor; and then the places. */
  @Test
  void the_first_booking_of_an_event_takes_four_more() {
    try (Instance first = open()) {
      Ports.of(first.store(), clock).book(1, 1);
    }
    try (Instance second = open()) {
      assertThat(trips(Ports.of(second.store(), clock), 2, 1)).isEqualTo(7);
    }
  }

  /** Another one has set the cursor and filled the cache. */
  @Test
  void the_first_booking_of_another_instance_takes_two_more() {
    try (Instance first = open();
        Instance second = open()) {
      Ports.of(first.store(), clock).book(1, 1);

      assertThat(trips(Ports.of(second.store(), clock), 2, 1)).isEqualTo(5);
    }
  }
}
