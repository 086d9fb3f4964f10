package dev.lastseat.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Creating, finding and searching events. */
class ReadingEventsTest {
  private static final Optional<Principal> ADMIN = Optional.of(APrincipal.admin("root"));
  private static final Optional<Principal> USER = Optional.of(APrincipal.user("ada"));

  private final Fakes fakes = Fakes.open();
  private final AvailabilityReader availability =
      new AvailabilityReader(fakes.bookings, fakes.availability, fakes.clock);
  private final FindEvent find =
      new FindEvent(fakes.reader, fakes.events, availability, fakes.clock);

  @Test
  void a_created_event_is_a_draft_unless_it_is_published_at_once() {
    CreateEvent create = new CreateEvent(fakes.events, fakes.clock, new Random(7));
    var details = AnEvent.draft("any").details();

    Event draft = create.handle(new CreateEvent.Command(AnEvent.ORGANISER, details, false)).event();
    Event published =
        create.handle(new CreateEvent.Command(AnEvent.ORGANISER, details, true)).event();

    assertThat(draft.status()).isEqualTo(EventStatus.DRAFT);
    assertThat(published.status()).isEqualTo(EventStatus.PUBLISHED);
    assertThat(fakes.events.find(draft.id())).contains(draft);
    assertThat(fakes.events.find(published.id())).contains(published);
  }

  @Test
  void an_event_is_shown_with_what_is_left_of_it() {
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.bookings.record(ABooking.of(event.id(), 1, 2).confirmed());
    fakes.bookings.record(ABooking.of(event.id(), 3, 4, 5).pending());

    assertThat(find.handle(event.id(), Optional.empty()))
        .contains(
            new EventWithAvailability(
                event,
                new Availability(10, 5, 2, 3, List.of(), TickingClock.START),
                Optional.empty()));
  }

  @Test
  void an_event_says_why_it_cannot_be_booked() {
    Event small = fakes.add(AnEvent.published("small").places(1));
    Event open = fakes.add(AnEvent.published("open"));
    fakes.bookings.record(ABooking.of(small.id(), 1).confirmed());
    for (EventStatus status : EnumSet.complementOf(EnumSet.of(EventStatus.PUBLISHED))) {
      Event closed = fakes.add(AnEvent.with("event-" + status, status));
      assertThat(notBookable(closed)).contains(NotBookableReason.valueOf(status.name()));
    }
    assertThat(notBookable(open)).isEmpty();
    assertThat(notBookable(small)).contains(NotBookableReason.SOLD_OUT);

    fakes.clock.advance(Duration.ofDays(30));
    assertThat(notBookable(open)).contains(NotBookableReason.BEGUN);
    assertThat(notBookable(small)).contains(NotBookableReason.BEGUN);
  }

  private Optional<NotBookableReason> notBookable(Event event) {
    return find.handle(event.id(), ADMIN).orElseThrow().notBookable();
  }

  @Test
  void a_draft_is_shown_to_admins_only() {
    Event draft = fakes.add(AnEvent.draft("event-1"));

    assertThat(find.handle(draft.id(), Optional.empty())).isEmpty();
    assertThat(find.handle(draft.id(), USER)).isEmpty();
    assertThat(find.handle(draft.id(), ADMIN)).isPresent();
  }

  @Test
  void drafts_are_listed_for_admins_only_even_when_asked_for() {
    Event draft = fakes.add(AnEvent.draft("event-1"));
    Event published = fakes.add(AnEvent.published("event-2"));
    EventQuery all = AnEventQuery.all().query();
    EventQuery drafts = all.withStatuses(Set.of(EventStatus.DRAFT));

    assertThat(find.search(all, When.ALL, USER).items())
        .extracting("event")
        .containsExactly(published);
    assertThat(find.search(drafts, When.ALL, Optional.empty()).items()).isEmpty();
    assertThat(find.search(drafts, When.ALL, ADMIN).items())
        .extracting("event")
        .containsExactly(draft);
  }

  @Test
  void what_is_to_come_ends_at_the_very_instant_an_event_begins() {
    Instant now = fakes.clock.instant();
    Event begins = fakes.add(AnEvent.published("event-1").on(now));
    Event next = fakes.add(AnEvent.published("event-2").on(now.plusMillis(1)));

    assertThat(listed(AnEventQuery.all(), When.PAST)).containsExactly(begins);
    assertThat(listed(AnEventQuery.all(), When.UPCOMING)).containsExactly(next);
    assertThat(listed(AnEventQuery.all(), When.ALL)).containsExactly(begins, next);
  }

  @Test
  void dates_that_are_asked_for_hold_beside_what_is_to_come_or_past() {
    Instant now = fakes.clock.instant();
    Event past = fakes.add(AnEvent.published("event-1").on(now.minusSeconds(10)));
    Event soon = fakes.add(AnEvent.published("event-2").on(now.plusSeconds(10)));
    Event later = fakes.add(AnEvent.published("event-3").on(now.plusSeconds(20)));

    assertThat(listed(dates(past, soon), When.UPCOMING)).containsExactly(soon);
    assertThat(listed(dates(later, later), When.UPCOMING)).containsExactly(later);
    assertThat(listed(dates(past, later), When.PAST)).containsExactly(past);
    assertThat(listed(dates(soon, later), When.PAST)).isEmpty();
    assertThat(listed(dates(past, past), When.UPCOMING)).isEmpty();
  }

  private static AnEventQuery dates(Event first, Event last) {
    return AnEventQuery.all()
        .dates(Optional.of(first.details().date()), Optional.of(last.details().date()));
  }

  private List<Event> listed(AnEventQuery query, When when) {
    return find.search(query.query(), when, USER).items().stream()
        .map(EventWithAvailability::event)
        .toList();
  }
}
