package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Events.Deletion;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changing, shrinking and deleting events. */
interface EventChangesContract extends StoreTest {
  Instant NOW = TickingClock.START.plusSeconds(1);

  static Event resized(Event event, int totalTickets) {
    return event.change(EventChange.of(event.details()).places(totalTickets).details(), NOW);
  }

  @Test
  default void a_changed_event_is_found_changed() {
    Event event = stores().add(AnEvent.draft("event-1"));
    var details = EventChange.of(event.details()).named("Opera").at("La Scala").details();
    Event changed = event.change(details, NOW);

    assertThat(stores().events().update(changed)).isEqualTo(new Update.Updated());
    assertThat(stores().events().find(event.id())).contains(changed);
  }

  @Test
  default void an_event_that_was_handed_over_is_that_of_whoever_runs_it_now() {
    Event event = stores().add(AnEvent.draft("event-1"));
    Event theirs = event.handOver(new UserId("other"), NOW);

    assertThat(stores().events().update(theirs)).isEqualTo(new Update.Updated());

    assertThat(stores().events().find(event.id())).contains(theirs);
    assertThat(stores().events().update(event.publish(NOW))).isEqualTo(new Update.Stale());
    assertThat(foundOf(AnEvent.ORGANISER)).isEmpty();
    assertThat(foundOf(new UserId("other"))).containsExactly(theirs);
  }

  private List<Event> foundOf(UserId organiser) {
    return stores().events().search(AnEventQuery.all().runBy(organiser).query()).items();
  }

  @Test
  default void a_change_of_another_version_than_the_stored_one_is_stale() {
    Event event = stores().add(AnEvent.draft("event-1"));
    Event published = event.publish(NOW);
    stores().events().update(published);

    assertThat(stores().events().update(event.cancel(NOW))).isEqualTo(new Update.Stale());
    Event tooNew = resized(resized(published, 200), 300);
    assertThat(stores().events().update(tooNew)).isEqualTo(new Update.Stale());
    assertThat(stores().events().find(event.id())).contains(published);
  }

  @Test
  default void a_change_of_an_event_that_is_gone_is_stale() {
    Event deleted = stores().add(AnEvent.draft("event-1"));
    stores().events().delete(deleted, TickingClock.START);

    assertThat(stores().events().update(deleted.publish(NOW))).isEqualTo(new Update.Stale());
    assertThat(stores().events().find(deleted.id())).isEmpty();
    Event never = AnEvent.draft("event-2").event();
    assertThat(stores().events().update(never.publish(NOW))).isEqualTo(new Update.Stale());
    assertThat(stores().events().find(never.id())).isEmpty();
  }

  @Test
  default void holds_end_with_the_beginning_of_an_event_that_is_moved_before_their_end() {
    Event event = stores().add(AnEvent.published("event-1"));
    Instant beginning = NOW.plusSeconds(60);
    Booking.Pending longer = stores().held(event, 1);
    Booking.Pending shorter = stores().recorded(ABooking.of(event.id(), 2).pending(NOW));
    Booking.Live sold = stores().sold(event, 3);
    Booking.Pending ofAnother = stores().held(stores().add(AnEvent.published("event-2")), 1);

    assertThat(stores().events().update(moved(event, beginning))).isEqualTo(new Update.Updated());

    assertThat(stores().bookings().find(longer.id()))
        .contains(new Booking.Pending(longer.details(), longer.claim(), beginning));
    Stream.of(shorter, sold, ofAnother)
        .forEach(it -> assertThat(stores().bookings().find(it.id())).contains(it));
    assertThat(stores().bookings().overdue(event.id(), beginning, 10))
        .extracting(Booking::id)
        .containsExactly(shorter.id(), longer.id());
    assertThat(stores().bookings().count(List.of(event.id()), beginning))
        .containsEntry(event.id(), new TicketCounts(1, 0));
  }

  @Test
  default void holds_keep_their_end_when_the_move_is_stale_or_the_event_begins_later() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending hold = stores().held(event, 1);
    Event renamed = event.change(EventChange.of(event.details()).named("Opera").details(), NOW);
    stores().events().update(renamed);

    assertThat(stores().events().update(moved(event, NOW.plusSeconds(60))))
        .isEqualTo(new Update.Stale());
    stores().events().update(moved(renamed, event.details().date().plusSeconds(60)));

    assertThat(stores().bookings().find(hold.id())).contains(hold);
  }

  private static Event moved(Event event, Instant date) {
    return event.change(EventChange.of(event.details()).on(date).details(), NOW);
  }

  @Test
  default void bookings_beyond_the_new_end_move_to_free_places_and_others_stay() {
    Event event = stores().add(AnEvent.published("event-1").places(10));
    Booking.Live stays = stores().sold(event, 2, 4);
    Booking.Live moves = stores().sold(event, 8, 9);
    Booking.Live half = stores().held(event, 3, 10);

    assertThat(stores().events().update(resized(event, 6))).isEqualTo(new Update.Updated());

    List<Booking> all =
        Stream.of(stays, moves, half)
            .map(booking -> stores().bookings().find(booking.id()).orElseThrow())
            .toList();
    assertThat(all.getFirst()).isEqualTo(stays);
    assertThat(all)
        .flatExtracting(booking -> ((Booking.Live) booking).claim().places().ordinals())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(all)
        .usingRecursiveComparison()
        .ignoringFields("claim.places")
        .isEqualTo(List.of(stays, moves, half));
  }

  @Test
  default void an_event_cannot_have_fewer_places_than_are_taken() {
    Event event = stores().add(AnEvent.published("event-1").places(10));
    Booking.Live sold = stores().sold(event, 1, 10);
    stores().held(event, 5);

    assertThat(stores().events().update(resized(event, 2))).isEqualTo(new Update.TooSmall(3));
    assertThat(stores().events().find(event.id())).contains(event);
    assertThat(stores().bookings().find(sold.id())).contains(sold);
  }

  @Test
  default void an_event_may_shrink_to_exactly_what_is_taken() {
    Event event = stores().add(AnEvent.published("event-1").places(10));
    stores().sold(event, 6, 7, 8);

    assertThat(stores().events().update(resized(event, 3))).isEqualTo(new Update.Updated());
    assertThat(stores().bookings().freePlaces(event.id(), 3, 10)).isEmpty();
    assertThat(stores().bookings().highestPlace(event.id())).isEqualTo(3);
  }

  @Test
  default void an_event_that_grows_moves_nobody() {
    Event event = stores().add(AnEvent.published("event-1").places(2));
    Booking.Live sold = stores().sold(event, 2);

    stores().events().update(resized(event, 5));

    assertThat(stores().bookings().find(sold.id())).contains(sold);
    assertThat(stores().bookings().freePlaces(event.id(), 5, 10)).containsExactly(1, 3, 4, 5);
  }

  @Test
  default void an_event_with_live_bookings_is_not_deleted() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live held = stores().held(event, 1);

    assertThat(stores().events().delete(event, TickingClock.START))
        .isEqualTo(new Deletion.HasLiveBookings());
    assertThat(stores().events().find(event.id())).contains(event);
    stores().bookings().change(held, held.cancel(NOW, Reason.NOT_GIVEN));
    assertThat(stores().events().delete(event, TickingClock.START))
        .isEqualTo(new Deletion.Deleted());
  }

  @Test
  default void an_event_is_deleted_once() {
    Event event = stores().add(AnEvent.published("event-1"));

    assertThat(stores().events().delete(event, TickingClock.START))
        .isEqualTo(new Deletion.Deleted());
    assertThat(stores().events().delete(event, TickingClock.START)).isEqualTo(new Deletion.Stale());
    Event never = AnEvent.published("never").event();
    assertThat(stores().events().delete(never, TickingClock.START)).isEqualTo(new Deletion.Stale());
  }

  @Test
  default void an_event_that_somebody_changed_meanwhile_is_not_deleted() {
    Event event = stores().add(AnEvent.draft("event-1"));
    Event published = event.publish(NOW);
    stores().events().update(published);

    assertThat(stores().events().delete(event, TickingClock.START)).isEqualTo(new Deletion.Stale());
    assertThat(stores().events().find(event.id())).contains(published);
    assertThat(stores().events().delete(published, TickingClock.START))
        .isEqualTo(new Deletion.Deleted());
  }
}
