package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.redis.client.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisHintsTest extends PlaceHintsContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected PlaceHints open(TickingClock clock) {
    return new RedisHints(instances.open(clock), new FakePlaceHints(clock));
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
