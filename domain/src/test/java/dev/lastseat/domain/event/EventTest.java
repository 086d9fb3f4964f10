package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventTest {
  private static final Instant NOW = TickingClock.START.plus(Duration.ofHours(1));
  private static final Instant AFTERWARDS = TickingClock.START.plus(Duration.ofDays(365));
  private static final EventDetails DETAILS = AnEvent.draft("event-1").details();

  @Test
  void a_new_event_is_a_draft_of_version_1_unless_it_is_published_at_once() {
    Event draft = Event.create(new EventId("event-1"), AnEvent.ORGANISER, DETAILS, false, NOW);
    Event published = Event.create(new EventId("event-1"), AnEvent.ORGANISER, DETAILS, true, NOW);

    assertThat(draft)
        .isEqualTo(
            new Event(
                new EventId("event-1"),
                AnEvent.ORGANISER,
                DETAILS,
                EventStatus.DRAFT,
                1,
                NOW,
                NOW));
    assertThat(published.status()).isEqualTo(EventStatus.PUBLISHED);
    assertThat(published.version()).isEqualTo(1);
  }

  @Test
  void a_new_event_must_lie_in_the_future_and_now_is_not() {
    EventDetails now = EventChange.of(DETAILS).on(NOW).details();

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Event.create(new EventId("event-1"), AnEvent.ORGANISER, now, false, NOW))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("date"));
    assertThat(
            Event.create(new EventId("event-1"), AnEvent.ORGANISER, now, false, NOW.minusMillis(1))
                .details())
        .isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, true, false, true",
    "PUBLISHED, false, true, true",
    "COMPLETED, false, false, false",
    "CANCELLED, false, false, false",
  })
  void an_event_takes_the_steps_of_its_state_and_no_others(
      EventStatus from, boolean publish, boolean complete, boolean cancel) {
    Event event = AnEvent.with("event-1", from).event();

    assertStep(publish, EventStatus.PUBLISHED, () -> event.publish(NOW));
    assertStep(complete, EventStatus.COMPLETED, () -> event.complete(event.details().date()));
    assertStep(cancel, EventStatus.CANCELLED, () -> event.cancel(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void whoever_runs_an_event_of_any_state_is_followed_by_somebody_else(EventStatus status) {
    Event event = AnEvent.with("event-1", status).event();
    UserId other = new UserId("other");

    Event theirs = event.handOver(other, NOW);

    assertThat(theirs)
        .isEqualTo(new Event(event.id(), other, DETAILS, status, 2, event.createdAt(), NOW));
    assertThatExceptionOfType(WrongState.class).isThrownBy(() -> theirs.handOver(other, NOW));
  }

  @Test
  void an_event_is_completed_from_its_beginning_on_and_not_before() {
    Event event = AnEvent.published("event-1").event();
    Instant begin = event.details().date();

    assertThat(event.complete(begin).status()).isEqualTo(EventStatus.COMPLETED);
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> event.complete(begin.minusMillis(1)));
  }

  @Test
  void a_draft_is_published_until_the_instant_of_its_date() {
    Event draft = AnEvent.draft("event-1").event();
    Instant date = draft.details().date();

    assertThat(draft.publish(date.minusMillis(1)).isPublished()).isTrue();
    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> draft.publish(date))
        .satisfies(wrong -> assertThat(wrong.why()).contains("date", "passed"));
    assertThat(draft.cancel(date).status()).isEqualTo(EventStatus.CANCELLED);
  }

  @Test
  void every_step_makes_a_new_version_and_keeps_the_rest() {
    Event draft = AnEvent.draft("event-1").event();
    Event published = draft.publish(NOW);

    assertThat(published)
        .isEqualTo(
            new Event(
                draft.id(),
                draft.organiser(),
                draft.details(),
                EventStatus.PUBLISHED,
                2,
                draft.createdAt(),
                NOW));
    assertThat(published.cancel(AFTERWARDS).version()).isEqualTo(3);
    assertThat(draft.version()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "PUBLISHED"})
  void an_event_that_is_not_over_can_be_changed_and_keeps_its_state(EventStatus status) {
    Event event = AnEvent.with("event-1", status).event();
    EventDetails renamed = EventChange.of(DETAILS).named("Other").places(7).details();

    assertThat(event.change(renamed, NOW))
        .isEqualTo(
            new Event(event.id(), event.organiser(), renamed, status, 2, event.createdAt(), NOW));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "COMPLETED"})
  void an_event_that_is_over_cannot_be_changed_and_says_why(EventStatus status) {
    Event event = AnEvent.with("event-1", status).event();

    assertThatExceptionOfType(WrongState.class)
        .isThrownBy(() -> event.change(DETAILS, NOW))
        .satisfies(wrong -> assertThat(wrong.why()).contains(status.word()));
  }

  @Test
  void a_date_that_stays_may_have_passed_and_one_that_moves_may_not() {
    Event event = AnEvent.published("event-1").event();
    EventDetails renamed = EventChange.of(DETAILS).named("Other").details();
    EventDetails moved = EventChange.of(DETAILS).on(AFTERWARDS).details();

    assertThat(event.change(renamed, AFTERWARDS).details()).isEqualTo(renamed);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> event.change(moved, AFTERWARDS));
    assertThat(event.change(moved, AFTERWARDS.minusMillis(1)).details()).isEqualTo(moved);
  }

  private interface Step {
    Event take();
  }

  private static void assertStep(boolean possible, EventStatus to, Step step) {
    if (possible) {
      assertThat(step.take().status()).isEqualTo(to);
    } else {
      assertThatExceptionOfType(WrongState.class).isThrownBy(step::take);
    }
  }
}
