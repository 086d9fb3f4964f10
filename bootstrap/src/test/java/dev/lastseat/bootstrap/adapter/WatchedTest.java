package dev.lastseat.bootstrap.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.EventCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private final List<String> seen = new ArrayList<>();
  private final Observer observer =
      new Observer() {
        @Override
        public <T extends @Nullable Object> T call(
            String port, String operation, Supplier<T> call) {
          seen.add(port + "." + operation);
          return call.get();
        }
      };
  private final EventCache cache = new FakeEventCache();
  private final EventCache watched = new Watched(observer).port(EventCache.class, cache);
  private final Event event = AnEvent.published().event();

  @Test
  void every_call_is_seen_and_so_is_what_a_cache_has_to_ask_elsewhere() {
    assertThat(watched.get(event.id(), _ -> Optional.of(event))).contains(event);
    assertThat(watched.get(event.id(), _ -> Optional.of(event))).contains(event);
    watched.forget(event.id());
    assertThat(seen)
        .containsExactly(
            "event_cache.get", "event_cache.miss", "event_cache.get", "event_cache.forget");
  }

  @Test
  void a_failure_comes_through_as_it_is() {
    assertThatThrownBy(() -> watched.get(event.id(), WatchedTest::away))
        .isExactlyInstanceOf(StoreUnavailable.class);
  }

  private static Optional<Event> away(EventId id) {
    throw new StoreUnavailable("away: " + id.value());
  }

  @Test
  void nothing_stands_between_where_nobody_watches() {
    assertThat(new Watched(Observer.NOBODY).port(EventCache.class, cache)).isSameAs(cache);
  }
}
