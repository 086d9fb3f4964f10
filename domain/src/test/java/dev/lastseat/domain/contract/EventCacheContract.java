package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.EventCache;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cache of events promises, as long as it does not forget by itself. */
public abstract class EventCacheContract {
  private static final Event EVENT = AnEvent.draft("event-1").event();
  private static final Event PUBLISHED = EVENT.publish(TickingClock.START);
  private static final Function<EventId, Optional<Event>> UNASKED =
      id -> {
        throw new AssertionError("asked again for " + id);
      };

  private EventCache cache;

  /** An empty cache; called before each test. */
  protected abstract EventCache open();

  @BeforeEach
  void openCache() {
    cache = open();
  }

  @Test
  void an_event_is_read_once_and_remembered() {
    assertThat(cache.get(EVENT.id(), _ -> Optional.of(EVENT))).contains(EVENT);
    assertThat(cache.get(EVENT.id(), UNASKED)).contains(EVENT);
  }

  @Test
  void an_event_that_is_not_found_is_not_remembered() {
    assertThat(cache.get(EVENT.id(), _ -> Optional.empty())).isEmpty();
    assertThat(cache.get(EVENT.id(), _ -> Optional.of(EVENT))).contains(EVENT);
  }

  @Test
  void a_forgotten_event_is_read_again_and_others_are_not() {
    Event other = AnEvent.draft("event-2").event();
    cache.get(EVENT.id(), _ -> Optional.of(EVENT));
    cache.get(other.id(), _ -> Optional.of(other));

    cache.forget(EVENT.id());

    assertThat(cache.get(EVENT.id(), _ -> Optional.of(PUBLISHED))).contains(PUBLISHED);
    assertThat(cache.get(other.id(), UNASKED)).contains(other);
  }

  @Test
  void what_was_read_before_the_event_was_forgotten_is_not_remembered() {
    cache.get(
        EVENT.id(),
        id -> {
          cache.forget(id);
          return Optional.of(EVENT);
        });

    assertThat(cache.get(EVENT.id(), _ -> Optional.of(PUBLISHED))).contains(PUBLISHED);
  }
}
