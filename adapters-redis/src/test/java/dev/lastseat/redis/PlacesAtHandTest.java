package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.redis.client.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesAtHandTest {
  private static final List<Reply> FOUND =
      List.of(new Reply("found"), new Reply(7L), new Reply(8L));

  private final PlacesAtHand mine = new PlacesAtHand();

  @Test
  void a_place_that_is_suggested_again_is_suggested_once() {
    assertThat(mine.take(FOUND, 100, 1)).isEqualTo(new Suggestion.Found(Places.of(7)));

    assertThat(mine.take(FOUND, 100, 2)).isEqualTo(new Suggestion.Found(Places.of(8, 7)));
    assertThat(mine.size()).isZero();
  }
}
