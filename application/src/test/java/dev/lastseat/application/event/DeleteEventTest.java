package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.user.Principal;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class DeleteEventTest {
  private static final Principal ROOT = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final EventEditor editor = fakes.eventEditor();
  private final Event event = fakes.add(AnEvent.published("event-1"));

  @Test
  void a_deleted_event_is_not_read_any_more_not_even_from_the_cache() {
    fakes.reader.find(event.id());

    assertThat(editor.delete(ROOT, event.id(), _ -> true)).isEqualTo(new Outcome.Deleted());
    assertThat(fakes.reader.find(event.id())).isEmpty();
    assertThat(editor.delete(ROOT, event.id(), _ -> true)).isEqualTo(new Outcome.NotFound());
  }

  @Test
  void an_event_with_live_bookings_stays() {
    fakes.bookings.record(ABooking.of(event.id(), 1).pending());

    assertThat(editor.delete(ROOT, event.id(), _ -> true)).isEqualTo(new Outcome.HasLiveBookings());
    assertThat(fakes.reader.find(event.id())).contains(event);
  }

  @Test
  void another_version_than_the_one_that_was_seen_stays() {
    assertThat(editor.delete(ROOT, event.id(), version -> version == 2))
        .isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.reader.find(event.id())).contains(event);
    assertThat(editor.delete(ROOT, event.id(), version -> version == 1))
        .isEqualTo(new Outcome.Deleted());
  }

  @Test
  void a_version_that_somebody_else_makes_in_between_stays_where_another_was_seen() {
    Event renamed =
        event.change(
            EventChange.of(event.details()).named("Opera").details(), fakes.clock.instant());
    LongPredicate overtaken =
        version -> {
          fakes.events.update(renamed);
          return version == 1;
        };

    assertThat(editor.delete(ROOT, event.id(), overtaken)).isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.reader.find(event.id())).contains(renamed);
    assertThat(editor.delete(ROOT, event.id(), _ -> true)).isEqualTo(new Outcome.Deleted());
  }

  @Test
  void an_event_that_nobody_added_is_unknown() {
    assertThat(editor.delete(ROOT, new EventId("none"), _ -> true))
        .isEqualTo(new Outcome.NotFound());
  }
}
