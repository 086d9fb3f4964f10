package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private final Fakes fakes = Fakes.open();
  private final Event event = fakes.add(AnEvent.published("event-1"));

  @BeforeEach
  void cacheTheEventAndChangeItElsewhere() {
    fakes.reader.find(event.id());
    fakes.resizeElsewhere(event, 50);
  }

  @Test
  void an_event_that_was_read_from_the_store_is_known_as_it_is_there() {
    Optional<Event> stored = fakes.reader.readFromStore(event.id());

    assertThat(stored).hasValueSatisfying(now -> assertThat(now.version()).isEqualTo(2));
    assertThat(fakes.reader.find(event.id())).isEqualTo(stored);
  }
}
