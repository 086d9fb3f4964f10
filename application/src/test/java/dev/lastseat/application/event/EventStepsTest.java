package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing, completing and cancelling. */
class EventStepsTest {
  private static final Principal ROOT = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final EventEditor editor = fakes.eventEditor();

  private Outcome take(String verb, EventId id) {
    return take(verb, id, _ -> true);
  }

  private Outcome take(String verb, EventId id, LongPredicate ifVersion) {
    return switch (verb) {
      case "publish" -> editor.publish(ROOT, id, ifVersion);
      case "complete" -> editor.complete(ROOT, id, ifVersion);
      case "cancel" -> editor.cancel(ROOT, id, ifVersion);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, publish, PUBLISHED",
    "DRAFT, cancel, CANCELLED",
    "PUBLISHED, complete, COMPLETED",
    "PUBLISHED, cancel, CANCELLED"
  })
  void a_step_that_is_allowed_is_taken_and_read_from_then_on(
      EventStatus from, String verb, EventStatus to) {
    Event event = fakes.add(AnEvent.with("event-1", from));
    fakes.clock.advance(verb.equals("complete") ? Duration.ofDays(30) : Duration.ZERO);
    fakes.reader.find(event.id());
    Event next =
        new Event(
            event.id(),
            event.organiser(),
            event.details(),
            to,
            2,
            event.createdAt(),
            fakes.clock.instant());

    assertThat(take(verb, event.id())).isEqualTo(new Outcome.Changed(fakes.shown(next)));
    assertThat(fakes.reader.find(event.id())).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, complete",
    "PUBLISHED, publish",
    "CANCELLED, publish",
    "CANCELLED, complete",
    "CANCELLED, cancel",
    "COMPLETED, publish",
    "COMPLETED, complete",
    "COMPLETED, cancel"
  })
  void any_other_step_is_not_possible(EventStatus from, String verb) {
    Event event = fakes.add(AnEvent.with("event-1", from));

    assertThat(take(verb, event.id())).isInstanceOf(Outcome.NotPossible.class);
    assertThat(fakes.events.find(event.id())).contains(event);
  }

  @Test
  void an_event_is_completed_from_its_beginning_on_and_not_before() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.clock.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(take("complete", event.id()))
        .isEqualTo(new Outcome.NotPossible("The event has not begun; it cannot be completed yet."));

    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(take("complete", event.id())).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void an_event_that_nobody_added_is_not_found() {
    assertThat(take("publish", new EventId("none"))).isEqualTo(new Outcome.NotFound());
  }

  @Test
  void somebody_elses_change_in_between_is_kept_and_the_step_is_taken_after_it() {
    Event event = fakes.add(AnEvent.draft("event-1"));
    Event renamed = renamed(event);

    Outcome outcome = editor.publish(ROOT, event.id(), whileSomebodyWrites(renamed, _ -> true));

    assertThat(outcome)
        .isEqualTo(new Outcome.Changed(fakes.shown(renamed.publish(fakes.clock.instant()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "cancel"})
  void a_step_from_another_version_than_the_one_that_was_seen_is_not_taken(String verb) {
    Event event = fakes.add(AnEvent.draft("event-1"));

    assertThat(take(verb, event.id(), version -> version == 2))
        .isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.events.find(event.id())).contains(event);
    assertThat(take(verb, event.id(), version -> version == 1)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void a_step_from_a_version_that_somebody_else_overtakes_is_not_taken() {
    Event event = fakes.add(AnEvent.draft("event-1"));
    Event renamed = renamed(event);

    Outcome outcome =
        editor.publish(ROOT, event.id(), whileSomebodyWrites(renamed, version -> version == 1));

    assertThat(outcome).isEqualTo(new Outcome.VersionMismatch());
    assertThat(fakes.events.find(event.id())).contains(renamed);
  }

  private static Event renamed(Event event) {
    return event.change(
        EventChange.of(event.details()).named("Opera").details(), TickingClock.START);
  }

  /** The condition is asked when the event has been read; then somebody else is faster. */
  private LongPredicate whileSomebodyWrites(Event changed, LongPredicate ifVersion) {
    return version -> {
      if (version < changed.version()) {
        fakes.events.update(changed);
      }
      return ifVersion.test(version);
    };
  }
}
