package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adding events and finding them again. */
interface EventReadsContract extends StoreTest {
  Instant NOON = Instant.parse("2027-04-01T12:00:00Z");

  /** With all that can be said. */
  Schedule FULL =
      ASchedule.at(Instant.parse("2031-12-31T23:59:59.999Z"))
          .in("Asia/Kathmandu")
          .doors(Instant.parse("2031-12-31T22:00:00.001Z"))
          .ends(Instant.parse("2032-01-01T03:00:00.002Z"))
          .salesFrom(Instant.parse("2027-01-01T00:00:00.003Z"))
          .salesUntil(Instant.parse("2032-01-01T01:00:00.004Z"))
          .publishAt(Instant.parse("2026-12-24T18:00:00.005Z"))
          .schedule();

  @ParameterizedTest
  @EnumSource
  default void an_event_is_found_as_it_was_added(EventStatus status) {
    Event event = stores().add(AnEvent.with("event-1", status));

    assertThat(stores().events().find(event.id())).contains(event);
  }

  @Test
  default void nothing_of_an_event_is_lost() {
    Event event =
        stores()
            .add(
                AnEvent.draft("event-1")
                    .named("O'Brien & \"Søn\" – 東京 🎟 50 % \\ $x {y}")
                    .at("Café 'Étoile'; DROP TABLE events; --")
                    .places(1_000_000)
                    .perUser(1_000)
                    .price(new Money(Money.MAX_PRICE, Money.currency("JPY")))
                    .schedule(FULL)
                    .terms(
                        new Terms(
                            Optional.of(ConfirmedBy.SERVER),
                            Optional.of(Duration.ofDays(7)),
                            Optional.of(Instant.parse("2031-12-30T23:59:59.999Z")),
                            Optional.of(
                                new ReturnFee(
                                    new Money(250, Money.currency("JPY")), ReturnFee.Per.BOOKING))))
                    .visitors(
                        new VisitorRules(
                            Optional.of(Instant.parse("2031-12-29T23:59:59.999Z")),
                            List.of(
                                new Question(
                                    "meal",
                                    "Vegan\\n, \"fish\" – or 肉?",
                                    Question.Kind.CHOICE,
                                    true,
                                    List.of("vegan", "fish, no bones")),
                                new Question(
                                    "parking", "By car?", Question.Kind.YES_NO, false, List.of()))))
                    .contingents(
                        new Contingent("Press, 肉 & \"friends\"", 3, Optional.empty()),
                        new Contingent(
                            "Sponsors", 2, Optional.of(Instant.parse("2031-12-29T23:59:59.999Z"))))
                    .createdAt(Instant.parse("2026-01-02T03:04:05.006Z")));

    assertThat(stores().events().find(event.id())).contains(event);
  }

  @Test
  default void what_was_said_of_its_times_can_be_taken_back() {
    Event event = stores().add(AnEvent.draft("event-1").schedule(FULL));
    EventDetails plain =
        EventChange.of(event.details()).schedule(Schedule.at(FULL.begins())).details();
    Event changed = event.change(plain, TickingClock.START);

    assertThat(stores().events().update(changed)).isInstanceOf(Events.Update.Updated.class);
    assertThat(stores().events().find(event.id())).contains(changed);
  }

  @Test
  default void the_terms_of_an_event_are_changed_and_taken_back() {
    Terms said = Terms.USUAL.confirmedBy(ConfirmedBy.SERVER);
    Event event = stores().add(AnEvent.published("event-1").terms(said));
    Event changed =
        event.change(
            EventChange.of(event.details()).terms(Terms.USUAL).details(), TickingClock.START);

    assertThat(stores().events().update(changed)).isInstanceOf(Events.Update.Updated.class);
    assertThat(stores().events().find(event.id())).contains(changed);
  }

  @Test
  default void drafts_that_are_to_be_published_are_found_from_their_time_on_while_they_are_sold() {
    Instant later = NOON.plusMillis(1);
    Event due = stores().add(AnEvent.draft("due").schedule(publishedAt(NOON)));
    Event first = stores().add(AnEvent.draft("first").schedule(publishedAt(NOON.minusMillis(1))));
    stores().add(AnEvent.draft("later").schedule(publishedAt(later)));
    stores().add(AnEvent.draft("never"));
    stores().add(AnEvent.published("sold").schedule(publishedAt(NOON)));
    stores().events().delete(stores().add(AnEvent.draft("gone").schedule(publishedAt(NOON))), NOON);
    stores()
        .add(
            AnEvent.draft("late")
                .schedule(
                    ASchedule.of(publishedAt(NOON.minusMillis(1))).salesUntil(NOON).schedule()));

    assertThat(stores().events().toPublish(NOON, 9)).containsExactly(first, due);
    assertThat(stores().events().toPublish(NOON, 1)).containsExactly(first);
    assertThat(stores().events().toPublish(NOON.minusMillis(2), 9)).isEmpty();
  }

  private static Schedule publishedAt(Instant time) {
    return ASchedule.at(NOON.plus(Duration.ofDays(1))).publishAt(time).schedule();
  }

  @Test
  default void an_event_that_nobody_added_is_not_found() {
    assertThat(stores().events().find(new EventId("none"))).isEmpty();
  }

  @Test
  default void a_deleted_event_is_not_found_but_remembered() {
    Event event = stores().add(AnEvent.published("event-1"));
    stores().events().delete(event, TickingClock.START);

    assertThat(stores().events().find(event.id())).isEmpty();
    assertThat(stores().events().findAll(List.of(event.id())).keySet()).containsExactly(event.id());
  }

  @Test
  default void of_several_events_those_are_found_that_were_ever_added() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.draft("event-2"));
    stores().add(AnEvent.draft("event-3"));

    var wanted = List.of(two.id(), new EventId("none"), one.id(), one.id());
    assertThat(stores().events().findAll(wanted))
        .containsOnlyKeys(one.id(), two.id())
        .containsValues(one, two);
    assertThat(stores().events().findAll(List.of())).isEmpty();
  }
}
