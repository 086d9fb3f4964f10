package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class ChangeEventTest {
  private static final Principal ROOT = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final EventEditor editor = fakes.eventEditor();
  private final Event event = fakes.add(AnEvent.published("event-1"));

  private Outcome changes(Event of, EventDetails details, long version) {
    return editor.change(ROOT, of.id(), known -> known == version, _ -> details);
  }

  private EventDetails places(int totalTickets) {
    return EventChange.of(event.details()).places(totalTickets).details();
  }

  @Test
  void a_change_makes_a_new_version_that_everybody_reads_from_then_on() {
    fakes.reader.find(event.id());
    fakes.clock.advance(Duration.ofHours(1));
    Event changed = event.change(places(200), fakes.clock.instant());

    assertThat(changes(event, places(200), 1)).isEqualTo(new Outcome.Changed(fakes.shown(changed)));
    assertThat(changed.version()).isEqualTo(2);
    assertThat(fakes.reader.find(event.id())).contains(changed);
  }

  @Test
  void whoever_knows_another_version_changes_nothing() {
    assertThat(changes(event, places(200), 2)).isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.events.find(event.id())).contains(event);
  }

  @Test
  void the_version_is_that_of_the_store_and_not_of_the_cache() {
    fakes.reader.find(event.id());
    fakes.resizeElsewhere(event, 50);

    assertThat(changes(event, places(200), 1)).isEqualTo(new Outcome.VersionMismatch());
    assertThat(changes(event, places(200), 2)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void somebody_elses_change_in_between_is_a_version_mismatch() {
    LongPredicate overtaken =
        version -> {
          if (version == 1) {
            fakes.resizeElsewhere(event, 50);
          }
          return version == 1;
        };

    assertThat(editor.change(ROOT, event.id(), overtaken, _ -> places(200)))
        .isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.reader.find(event.id()).orElseThrow().details()).isEqualTo(places(50));
  }

  @Test
  void an_event_that_is_gone_is_not_found() {
    fakes.events.delete(event, TickingClock.START);

    assertThat(changes(event, places(200), 1)).isEqualTo(new Outcome.NotFound());
  }

  @Test
  void an_event_cannot_have_fewer_places_than_are_taken() {
    fakes.bookings.record(ABooking.of(event.id(), 1, 2, 3).confirmed());

    assertThat(changes(event, places(2), 1)).isEqualTo(new Outcome.TooSmall(3));
    assertThat(changes(event, places(3), 1)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void what_is_over_cannot_be_changed() {
    Event over = fakes.add(AnEvent.with("event-2", EventStatus.COMPLETED));

    assertThat(changes(over, places(200), 1)).isInstanceOf(Outcome.NotPossible.class);
  }

  @Test
  void a_date_cannot_be_moved_into_the_past() {
    var past = EventChange.of(event.details()).on(TickingClock.START).details();

    assertThatThrownBy(() -> changes(event, past, 1)).isInstanceOf(InvalidValue.class);
    assertThat(fakes.events.find(event.id())).contains(event);
  }

  @Test
  void a_change_whose_outcome_is_unknown_is_not_hidden_by_the_cache() {
    fakes.reader.find(event.id());
    fakes.events.afterUpdate(
        () -> {
          throw new StoreUnavailable("the answer was lost");
        });

    assertThatThrownBy(() -> changes(event, places(200), 1)).isInstanceOf(StoreUnavailable.class);
    assertThat(fakes.reader.find(event.id()).orElseThrow().details()).isEqualTo(places(200));
  }
}
