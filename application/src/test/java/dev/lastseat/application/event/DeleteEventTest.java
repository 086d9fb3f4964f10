package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.Events.Deletion;
import org.junit.jupiter.api.Test;

class DeleteEventTest {
  private final Fakes fakes = Fakes.judging();
  private final DeleteEvent delete = new DeleteEvent(fakes.events, fakes.eventCache);
  private final Event event = fakes.add(AnEvent.published("event-1"));

  @Test
  void a_deleted_event_is_not_read_any_more_not_even_from_the_cache() {
    fakes.reader.find(event.id());

    assertThat(delete.handle(event.id())).isEqualTo(new Deletion.Deleted());
    assertThat(fakes.reader.find(event.id())).isEmpty();
    assertThat(delete.handle(event.id())).isEqualTo(new Deletion.Unknown());
  }

  @Test
  void an_event_with_live_bookings_stays() {
    fakes.bookings.record(ABooking.of(event.id(), 1).pending());

    assertThat(delete.handle(event.id())).isEqualTo(new Deletion.HasLiveBookings());
    assertThat(fakes.reader.find(event.id())).contains(event);
  }

  @Test
  void an_event_that_nobody_added_is_unknown() {
    assertThat(delete.handle(new EventId("none"))).isEqualTo(new Deletion.Unknown());
  }
}
