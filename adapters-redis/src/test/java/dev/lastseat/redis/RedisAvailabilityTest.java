package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.contract.AvailabilityCacheContract;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisAvailabilityTest extends AvailabilityCacheContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected AvailabilityCache open(TickingClock clock) {
    return new RedisAvailability(instances.open(clock), TTL, new FakeAvailabilityCache(clock, TTL));
  }

  @Test
  void an_instance_whose_clock_is_behind_shows_what_another_counted() {
    EventId event = new EventId("event-1");
    TickingClock behind = new TickingClock();
    behind.advance(Duration.ofSeconds(-4));

    Map<EventId, Counted> counted = open(new TickingClock()).get(List.of(event), _ -> sold(1));
    assertThat(open(behind).get(List.of(event), _ -> sold(2))).isEqualTo(counted);
  }

  private static Map<EventId, TicketCounts> sold(int tickets) {
    return Map.of(new EventId("event-1"), new TicketCounts(tickets, 0));
  }
}
