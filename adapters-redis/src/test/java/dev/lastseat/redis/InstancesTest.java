package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.PlaceHints.Suggestion;
import dev.lastseat.domain.port.RateLimiter.Allowance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two instances of the program share. */
class InstancesTest {
  private static final Event OLD = Ports.EVENT;
  private static final Event NEW = OLD.cancel(OLD.createdAt().plusSeconds(1));

  @RegisterExtension private final Instances instances = new Instances();
  private final TickingClock clock = new TickingClock();

  @Test
  void they_count_requests_together() {
    Ports one = Ports.of(instances.open(clock), clock);
    Ports two = Ports.of(instances.open(clock), clock);

    one.limiter().take("user:ada", 2);
    assertThat(two.limiter().take("user:ada", 2))
        .isEqualTo(new Allowance(true, 0, Duration.ofDays(1)));
    assertThat(one.limiter().take("user:ada", 2).allowed()).isFalse();
  }

  @Test
  void an_event_that_one_forgets_is_forgotten_by_the_next_round_trip_of_the_other() {
    Ports two = Ports.of(instances.open(clock), clock);
    EventCache one = new RedisEventCache(instances.open(clock), new FakeEventCache());
    two.events().get(OLD.id(), _ -> Optional.of(OLD));
    two.events().get(OLD.id(), _ -> Optional.of(OLD));

    one.forget(OLD.id());
    two.limiter().take("user:ada", 2);

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

  private PlaceHints hints() {
    return new RedisHints(instances.open(clock), new FakePlaceHints(clock));
  }

  private static List<Integer> places(PlaceHints hints) {
    return hints.suggest(OLD.id(), 100, new Quantity(1)) instanceof Suggestion.Found(Places places)
        ? places.ordinals()
        : List.of();
  }
}
