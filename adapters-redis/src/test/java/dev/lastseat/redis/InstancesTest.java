package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.RateLimiter.Quota;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.application.port.RememberedResponses.Begin;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two instances of the program share. */
class InstancesTest {
  private static final Event OLD = Ports.EVENT;
  private static final Event NEW = OLD.cancel(OLD.createdAt().plusSeconds(1));

  @RegisterExtension private final Instances instances = new Instances();
  private final TickingClock clock = new TickingClock();

  @Test
  void they_count_requests_together() {
    Ports one = ports();
    Ports two = ports();

    one.limiter().take("user:ada", 2);
    assertThat(two.limiter().take("user:ada", 2)).isEqualTo(new Quota(true, 0, Duration.ofDays(1)));
    assertThat(one.limiter().take("user:ada", 2).allowed()).isFalse();
  }

  @Test
  void an_event_that_one_forgets_is_forgotten_by_the_other_as_soon_as_its_own_copy_is_too_old() {
    Ports two = ports();
    EventCache one = new RedisEventCache(instances.open(clock), new FakeEventCache(clock));
    two.events().get(OLD.id(), _ -> Optional.of(OLD));
    two.events().get(OLD.id(), _ -> Optional.of(OLD));

    one.forget(OLD.id());
    clock.advance(EventCache.OWN_COPY);

    assertThat(two.events().get(OLD.id(), _ -> Optional.of(NEW))).contains(NEW);
  }

  @Test
  void no_place_is_suggested_by_both_and_all_are_suggested() {
    PlaceHints one = hints();
    PlaceHints two = hints();
    one.seed(OLD.id(), 0);

    List<Integer> suggested = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      suggested.addAll(places(one));
      suggested.addAll(places(two));
    }

    assertThat(suggested).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void what_one_has_at_hand_when_it_closes_is_suggested_by_the_other() {
    PlaceHints two = hints();
    try (RedisHints one = new RedisHints(instances.open(clock), new FakePlaceHints(clock))) {
      one.seed(OLD.id(), 90);
      assertThat(places(one)).containsExactly(91);
    }

    assertThat(two.suggest(OLD.id(), 100, new Quantity(9)))
        .isEqualTo(new Suggestion.Found(Places.run(92, 9)));
  }

  @RepeatedTest(3)
  void their_searches_of_one_event_take_turns() {
    List<PlaceHints> both = List.of(hints(), hints());
    AtomicInteger searching = new AtomicInteger();

    List<Integer> searchers =
        Race.of(8, i -> both.get(i % 2).searching(OLD.id(), () -> turn(searching)));

    assertThat(searchers).containsOnly(1);
  }

  @SuppressWarnings("ThreadPriorityCheck") // lets others in, if anybody can come in
  private static int turn(AtomicInteger searching) {
    int searchers = searching.incrementAndGet();
    Thread.yield();
    searching.decrementAndGet();
    return searchers;
  }

  @RepeatedTest(3)
  void tickets_that_were_never_counted_are_counted_once_for_both() {
    List<Ports> both = List.of(ports(), ports());
    AtomicInteger counts = new AtomicInteger();

    List<Counted> told =
        Race.of(
            16,
            i ->
                both.get(i % 2)
                    .availability()
                    .get(List.of(OLD.id()), _ -> count(counts))
                    .get(OLD.id()));

    assertThat(told).containsOnly(new Counted(new TicketCounts(1, 0), clock.instant()));
  }

  @Test
  @Timeout(60)
  void nobody_waits_for_long_for_the_count_of_another() {
    List<EventId> event = List.of(OLD.id());
    Ports slow = ports();
    Ports other = ports();
    AtomicInteger counts = new AtomicInteger();

    Map<EventId, Counted> told =
        slow.availability()
            .get(
                event,
                _ -> {
                  other.availability().get(event, _ -> count(counts));
                  return count(counts);
                });

    assertThat(told).containsEntry(OLD.id(), new Counted(new TicketCounts(2, 0), clock.instant()));
  }

  private static Map<EventId, TicketCounts> count(AtomicInteger counts) {
    return Map.of(OLD.id(), new TicketCounts(counts.incrementAndGet(), 0));
  }

  @Test
  void a_response_that_one_remembers_is_given_again_by_the_other() {
    var key = new RememberedResponses.Key(Ports.ADA, ABooking.key(1));
    var response = new RememberedResponses.Response(201, "/bookings/1", "{}");
    Ports one = ports();
    Ports two = ports();

    assertThat(one.responses().begin(key, "print")).isEqualTo(new Begin.New());
    assertThat(two.responses().begin(key, "print")).isEqualTo(new Begin.InFlight());
    one.responses().complete(key, "print", response);
    assertThat(two.responses().begin(key, "print")).isEqualTo(new Begin.Done(response));
  }

  private Ports ports() {
    return Ports.of(instances.open(clock), clock);
  }

  private PlaceHints hints() {
    return new RedisHints(instances.open(clock), new FakePlaceHints(clock));
  }

  private static List<Integer> places(PlaceHints hints) {
    return hints.suggest(OLD.id(), 100, new Quantity(1)) instanceof Suggestion.Found(Places places)
        ? places.ordinals()
        : List.of();
  }
}
