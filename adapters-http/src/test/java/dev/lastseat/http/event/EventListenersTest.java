package dev.lastseat.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.event.AvailabilityReader;
import dev.lastseat.application.event.EventReader;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.application.event.FindEvent;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.SharedLookups;
import dev.lastseat.http.live.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventListenersTest {
  private static final EventId EVENT = new EventId("event-1");
  private static final Optional<Principal> NOBODY = Optional.empty();

  private final TickingClock clock = new TickingClock();
  private final FakeStore store = new FakeStore();
  private final FakeEvents events = new FakeEvents(store);
  private final Counts counts = new Counts();
  private final FindEvent find =
      new FindEvent(
          new EventReader(events, new FakeEventCache()),
          events,
          new AvailabilityReader(new FakeBookings(store), counts, clock),
          clock);
  private final SharedLookups<EventId, EventWithAvailability> live =
      EventViews.live(find::forAnybody);

  @Test
  void thousands_who_listen_to_one_event_cost_one_look_a_round_and_are_told_the_same() {
    events.add(AnEvent.published("event-1").event());
    EventWithAvailability shown = find.handle(EVENT, Optional.empty()).orElseThrow();
    List<Source> listeners = Stream.generate(() -> listener(shown)).limit(5_000).toList();
    counts.looks = 0;

    counts.confirmed = 3;
    List<Optional<Message>> first = listeners.stream().map(each -> each.next(1)).toList();
    List<Optional<Message>> second = listeners.stream().map(each -> each.next(2)).toList();

    assertThat(first).allMatch(Optional::isPresent);
    assertThat(first.stream().flatMap(Optional::stream).distinct()).hasSize(1);
    assertThat(second).allMatch(Optional::isEmpty);
    assertThat(counts.looks).isEqualTo(2);
  }

  @Test
  void who_was_not_asked_for_a_while_is_told_the_latest_only() {
    events.add(AnEvent.published("event-1").event());
    Source slow = listener(find.handle(EVENT, NOBODY).orElseThrow());
    counts.confirmed = 3;
    counts.confirmed = 4;

    assertThat(slow.next(7)).isPresent();
    assertThat(slow.next(8)).isEmpty();
  }

  @Test
  void a_store_that_is_away_is_waited_for_once_a_round_whatever_is_listened_to() {
    List<Source> sources =
        Stream.of("event-1", "event-2", "event-3").map(this::added).map(this::listener).toList();
    counts.looks = 0;
    store.goAway();

    assertThat(sources.stream().map(each -> each.next(1))).allMatch(Optional::isEmpty);
    assertThat(counts.looks).isEqualTo(1);
  }

  private Source listener(EventWithAvailability told) {
    return live.after(told.event().id(), told, _ -> true);
  }

  private EventWithAvailability added(String id) {
    events.add(AnEvent.published(id).event());
    return find.handle(new EventId(id), Optional.empty()).orElseThrow();
  }

  /** Says what it is told to, and how often it was asked; it looks into the store each time. */
  private final class Counts implements AvailabilityCache {
    private int confirmed;
    private int looks;

    @Override
    public Map<EventId, Counted> get(
        Collection<EventId> asked,
        Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
      looks++;
      assertThat(recount.apply(asked)).hasSizeLessThanOrEqualTo(1);
      return Map.of(
          asked.iterator().next(), new Counted(new TicketCounts(confirmed, 0), clock.instant()));
    }

    @Override
    public void adjust(EventId event, TicketCounts change) {}
  }
}
