package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.EventCacheContract;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.EventCache;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InProcessEventCacheTest extends EventCacheContract {
  @Override
  protected EventCache open(TickingClock clock) {
    return new InProcessEventCache(clock);
  }

  @Test
  void an_event_is_read_again_after_two_seconds() {
    TickingClock clock = new TickingClock();
    EventCache cache = open(clock);
    Event event = AnEvent.draft("event-1").event();
    cache.get(event.id(), _ -> Optional.of(event));

    clock.advance(InProcessEventCache.OWN_COPY.minusMillis(1));
    assertThat(cache.get(event.id(), _ -> Optional.empty())).contains(event);
    clock.advance(InProcessEventCache.OWN_COPY);
    assertThat(cache.get(event.id(), _ -> Optional.empty())).isEmpty();
  }
}
