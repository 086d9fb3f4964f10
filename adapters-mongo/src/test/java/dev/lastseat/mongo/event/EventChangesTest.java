package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.store.sale.Events.Deletion;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of events that a process did not live to end. */
class EventChangesTest {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Instant NOW = TickingClock.START.plusSeconds(60);

  /** By then no booking that was begun by the event as it was before can turn up any more. */
  private static final Duration LATE = EventChanges.STRAGGLERS.plusSeconds(5);

  private static final Instant SINCE = TickingClock.START;

  private Stores stores;
  private Event event;

  @BeforeEach
  void open() {
    stores = STORE.empty().stores();
    event = AnEvent.published("event-1").places(5).event();
    stores.events().add(event);
  }

  @Test
  void a_booking_that_comes_late_and_is_not_looked_at_again_is_moved_inside_a_shrunk_event() {
    Event shrunk = shrink(event, 3);
    Booking.Live straggler = insert(5);

    changes().finish(in(Duration.ofSeconds(5)));

    assertThat(stores.bookings().find(straggler.id()).orElseThrow())
        .isInstanceOfSatisfying(
            Booking.Live.class,
            live -> assertThat(live.claim().places().last()).isLessThanOrEqualTo(3));
    assertThat(stores.events().find(event.id())).contains(shrunk);
  }

  @Test
  void a_hold_that_comes_late_and_is_not_looked_at_again_ends_when_the_event_begins_now() {
    Instant beginning = NOW.plusSeconds(60);
    stores
        .events()
        .update(event.change(EventChange.of(event.details()).on(beginning).details(), NOW));
    Booking.Pending straggler = ABooking.of(event.id(), 1).pending();
    STORE.db().bookings().insertOne(BookingDocuments.toDocument(straggler));

    changes().finish(in(Duration.ofSeconds(5)));

    assertThat(stores.bookings().find(straggler.id()))
        .contains(new Booking.Pending(straggler.details(), straggler.claim(), beginning));
  }

  @Test
  void an_event_stays_marked_as_long_as_a_booking_may_come_late() {
    shrink(event, 3);

    changes().finish(in(Duration.ofSeconds(5)));
    assertThat(isMarked()).isTrue();

    changes().finish(in(LATE));
    assertThat(isMarked()).isFalse();
  }

  /** A copy of the event as it was may be used for a while after the change, by any instance. */
  @Test
  void a_booking_by_an_old_copy_of_a_cancelled_event_that_nobody_judged_is_found() {
    stores.events().update(event.cancel(NOW));
    changes().finish(in(EventCache.MAX_STALENESS.plusSeconds(25)));
    Booking.Live straggler = insert(1);

    assertThat(stores.bookings().liveOfCancelledEvents(10)).containsExactly(straggler);
  }

  @Test
  void a_booking_by_an_old_copy_of_a_shrunk_event_that_nobody_judged_is_moved_inside() {
    Event shrunk = shrink(event, 3);
    changes().finish(in(EventCache.MAX_STALENESS.plusSeconds(25)));
    Booking.Live straggler = insert(5);

    changes().finish(in(EventCache.MAX_STALENESS.plusSeconds(25)));

    assertThat(stores.bookings().freePlaces(shrunk.id(), 3, 3)).hasSize(2);
    assertThat(stores.bookings().find(straggler.id())).isPresent();
  }

  @Test
  void the_time_of_a_mark_is_when_it_is_written_not_when_its_change_was_asked_for() {
    Instant asked = Instant.now().minus(Duration.ofHours(1));
    shrink(event, 3, asked);

    changes().finish(Instant.now());

    assertThat(isMarked()).isTrue();
  }

  @Test
  void a_mark_stays_while_there_is_no_room_inside() {
    Event shrunk = shrink(event, 1);
    insert(1);
    Booking.Live straggler = insert(5);

    changes().finish(in(LATE));
    assertThat(isMarked()).isTrue();

    stores.events().update(grown(shrunk, 2));
    changes().finish(in(LATE));
    assertThat(isMarked()).isFalse();
    assertThat(stores.bookings().find(straggler.id())).isPresent();
    assertThat(stores.bookings().freePlaces(event.id(), 2, 1)).isEmpty();
  }

  @Test
  void places_are_given_back_though_the_event_was_changed_otherwise_meanwhile() {
    Event shrunk = grown(event, 3);
    EventWrites writes = new EventWrites(STORE.db());
    writes.beginToShrink(event, shrunk, SINCE);
    EventDetails renamed = EventChange.of(shrunk.details()).named("Encore").details();
    writes.replace(shrunk, shrunk.change(renamed, NOW.plusSeconds(1)));

    assertThat(writes.takeBack(shrunk, SINCE, 5)).isTrue();

    Event now = stores.events().find(event.id()).orElseThrow();
    assertThat(now.details().totalTickets()).isEqualTo(5);
    assertThat(now.details().name()).isEqualTo("Encore");
    assertThat(now.version()).isEqualTo(shrunk.version() + 2);
    assertThat(isMarked()).isFalse();
  }

  @Test
  void places_are_not_taken_back_from_an_event_that_was_given_more_meanwhile() {
    Event shrunk = grown(event, 3);
    EventWrites writes = new EventWrites(STORE.db());
    writes.beginToShrink(event, shrunk, SINCE);
    Event grown = grown(shrunk, 200);
    writes.replace(shrunk, grown);

    assertThat(writes.takeBack(shrunk, SINCE, 5)).isFalse();
    assertThat(stores.events().find(event.id())).contains(grown);
  }

  @Test
  void a_deletion_whose_process_died_is_decided_by_others() {
    Event booked = stores.events().find(event.id()).orElseThrow();
    new EventWrites(STORE.db()).beginToDelete(event);

    changes().finish(Instant.now());
    assertThat(isMarked()).as("may still be decided by who began it").isTrue();

    insert(1);
    changes().finish(in(LATE));
    assertThat(isMarked()).isFalse();
    assertThat(stores.events().find(event.id())).contains(booked);
  }

  @Test
  void a_booking_that_comes_late_and_is_not_looked_at_again_is_taken_from_a_deleted_event() {
    assertThat(stores.events().delete(event, TickingClock.START)).isEqualTo(new Deletion.Deleted());
    Booking.Live straggler = insert(1);

    assertThat(stores.bookings().liveOfCancelledEvents(10)).containsExactly(straggler);
    assertThat(stores.events().find(event.id())).isEmpty();
  }

  @Test
  void an_event_that_ended_is_looked_at_until_nothing_of_it_can_turn_up_any_more() {
    Booking.Live booking = insert(1);
    stores.events().update(event.cancel(NOW));

    changes().finish(in(LATE));
    assertThat(stores.bookings().liveOfCancelledEvents(10)).containsExactly(booking);

    stores.bookings().change(booking, booking.cancel(NOW, Reason.EVENT_CANCELLED));
    changes().finish(in(Duration.ofSeconds(5)));
    assertThat(hasEnded()).isTrue();
    changes().finish(in(LATE));
    assertThat(hasEnded()).isFalse();
  }

  @Test
  void events_whose_changes_are_under_way_are_as_they_must_be() {
    Event other = AnEvent.published("event-2").event();
    stores.events().add(other);
    shrink(event, 3);
    new EventWrites(STORE.db()).beginToDelete(other);

    assertThat(STORE.db().events().countDocuments(TestStore.validator(STORE.db().events())))
        .isEqualTo(2);
  }

  /** The store itself noted the time. */
  private static Instant in(Duration wait) {
    return Instant.now().plus(wait);
  }

  private boolean hasEnded() {
    Database db = STORE.db();
    return db.hasAny(db.events(), and(eq(event.id().value()), exists("endedAt")));
  }

  private EventChanges changes() {
    return new EventChanges(STORE.db());
  }

  private Event shrink(Event from, int places) {
    return shrink(from, places, NOW);
  }

  private Event shrink(Event from, int places, Instant asked) {
    Event shrunk = from.change(EventChange.of(from.details()).places(places).details(), asked);
    assertThat(stores.events().update(shrunk)).isEqualTo(new Update.Updated());
    return shrunk;
  }

  private static Event grown(Event from, int places) {
    return from.change(EventChange.of(from.details()).places(places).details(), NOW);
  }

  /** As a process does that dies before it reads the event again. */
  private Booking.Live insert(int place) {
    Booking.Live booking = ABooking.of(event.id(), place).confirmed();
    STORE.db().bookings().insertOne(BookingDocuments.toDocument(booking));
    return booking;
  }

  private boolean isMarked() {
    Database db = STORE.db();
    return db.hasAny(db.events(), and(eq(event.id().value()), exists("unfinished")));
  }
}
