package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisHintsTest extends PlaceHintsContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected PlaceHints open(TickingClock clock) {
    return new RedisHints(instances.open(clock), new FakePlaceHints(clock));
  }

  @Test
  void an_instance_whose_clock_is_behind_believes_what_another_searched() {
    EventId event = new EventId("event-1");
    TickingClock behind = new TickingClock();
    behind.advance(Duration.ofSeconds(-4));
    PlaceHints ahead = open(new TickingClock());
    ahead.refill(event, 10, List.of());
    boolean _ =
        ahead.searching(
            event,
            () -> {
              ahead.soldOut(event, 10, 0);
              return true;
            });

    assertThat(open(behind).suggest(event, 10, new Quantity(1)))
        .isInstanceOf(Suggestion.SoldOut.class);
  }

  /** Or else what is left of a sold-out event would be taken for a place. */
  @Test
  void a_top_up_that_says_why_there_are_no_places_brings_none() {
    PlacesAtHand places = new PlacesAtHand();

    places.toppedUp(new Reply(List.of("sold out", "7")));
    places.toppedUp(new Reply(List.of("exhausted")));
    assertThat(places.size()).isZero();

    places.toppedUp(new Reply(List.of("found", 7L)));
    assertThat(places.take(100, 1)).contains(new Suggestion.Found(Places.of(7)));
  }
}
