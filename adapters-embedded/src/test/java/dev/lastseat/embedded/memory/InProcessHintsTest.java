package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessHintsTest extends PlaceHintsContract {
  @Override
  protected PlaceHints open(TickingClock clock) {
    return new InProcessHints(clock, Optional.empty());
  }

  @Test
  void the_places_of_many_large_events_take_a_bounded_part_of_the_memory() {
    PlaceHints hints = new InProcessHints(new TickingClock(), Optional.empty());
    int total = EventDetails.MAX_TICKETS;
    List<EventId> events =
        IntStream.range(0, 200).mapToObj(i -> new EventId("event-" + i)).toList();
    events.forEach(event -> hints.refill(event, total, List.of(total)));

    long known =
        events.stream()
            .filter(
                event -> hints.suggest(event, total, new Quantity(1)) instanceof Suggestion.Found)
            .count();

    assertThat(known).isBetween(1L, (long) InProcessHints.MAX_BYTES / (total / Byte.SIZE));
  }
}
