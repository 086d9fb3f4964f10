package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Listing bookings. */
interface BookingSearchContract extends StoreTest {
  Instant T0 = TickingClock.START;
  PageRequest FIRST_TEN = new PageRequest.Numbered(1, 10);

  /** Everybody's bookings, whatever they are. */
  private static BookingQuery all(PageRequest page) {
    return BookingQuery.all(page);
  }

  private Booking.Live soldAt(Event event, int place, int second) {
    return stores().recorded(ABooking.of(event.id(), place).at(T0.plusSeconds(second)).confirmed());
  }

  @Test
  default void bookings_come_newest_first_and_those_of_one_instant_by_id_descending() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking middle1 = soldAt(event, 1, 20);
    Booking oldest = soldAt(event, 2, 10);
    Booking middle2 = soldAt(event, 3, 20);
    Booking newest = soldAt(event, 4, 30);

    assertThat(stores().bookings().search(all(FIRST_TEN), T0).items())
        .containsExactly(newest, middle2, middle1, oldest);
  }

  @Test
  default void bookings_are_found_by_user_status_and_event() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Booking.Live ada = stores().recorded(ABooking.of(one.id(), 1).by("ada").confirmed());
    Booking.Live bob = stores().recorded(ABooking.of(two.id(), 1).by("bob").pending());
    Booking.Live gone = stores().recorded(ABooking.of(two.id(), 2).by("eve").confirmed());
    Booking cancelled = gone.cancel(T0, Reason.NOT_GIVEN);
    stores().bookings().change(gone, cancelled);

    var user = Optional.of(new UserId("ada"));
    assertThat(found(user, Optional.empty(), Optional.empty())).containsExactly(ada);
    assertThat(found(Optional.empty(), Optional.of(BookingStatus.PENDING), Optional.empty()))
        .containsExactly(bob);
    assertThat(found(Optional.empty(), Optional.of(BookingStatus.CANCELLED), Optional.empty()))
        .containsExactly(cancelled);
    assertThat(found(Optional.empty(), Optional.empty(), Optional.of(two)))
        .containsExactly(cancelled, bob);
    assertThat(found(user, Optional.empty(), Optional.of(two))).isEmpty();
  }

  @Test
  default void bookings_are_found_by_any_of_several_users() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Booking ada = stores().recorded(ABooking.of(one.id(), 1).by("ada").at(T0).confirmed());
    stores().recorded(ABooking.of(one.id(), 2).by("eve").confirmed());
    Booking bob =
        stores().recorded(ABooking.of(two.id(), 1).by("bob").at(T0.plusSeconds(1)).pending());
    Set<UserId> both = Set.of(new UserId("ada"), new UserId("bob"));

    assertThat(stores().bookings().search(all(FIRST_TEN).of(both), T0).items())
        .containsExactly(bob, ada);
    assertThat(stores().bookings().search(all(FIRST_TEN).of(both), T0).total()).contains(2L);
    PageRequest firstOne = new PageRequest.After(Optional.empty(), 1);
    Page<Booking> first = stores().bookings().search(all(firstOne).of(both), T0);
    assertThat(first.items()).containsExactly(bob);
    PageRequest following = new PageRequest.After(first.next(), 1);
    assertThat(stores().bookings().search(all(following).of(both), T0).items())
        .containsExactly(ada);
    assertThat(stores().bookings().search(all(FIRST_TEN).of(Set.of()), T0).items()).isEmpty();
  }

  @Test
  default void bookings_are_found_by_the_number_on_the_ticket_whatever_the_event() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Booking.Live sold = stores().recorded(ABooking.of(one.id(), 1).at(T0).confirmed());
    TicketNumber number = sold.details().ticketNumber();
    Booking twin =
        stores().recorded(ABooking.of(two.id(), 1).at(T0.plusSeconds(1)).confirmed(number));
    stores().recorded(ABooking.of(one.id(), 2).confirmed());

    assertThat(stores().bookings().search(ticket(number, Optional.empty()), T0).items())
        .containsExactly(twin, sold);
    assertThat(stores().bookings().search(ticket(number, Optional.of(one)), T0).items())
        .containsExactly(sold);
  }

  private static BookingQuery ticket(TicketNumber number, Optional<Event> event) {
    return new BookingQuery(
        Optional.empty(),
        Optional.empty(),
        event.map(Event::id),
        Optional.of(number),
        Optional.empty(),
        Optional.empty(),
        FIRST_TEN);
  }

  private List<Booking> found(
      Optional<UserId> user, Optional<BookingStatus> status, Optional<Event> event) {
    return stores().bookings().search(query(user, status, event), T0).items();
  }

  @Test
  default void a_hold_that_is_over_is_found_as_an_expired_one() {
    Event event = stores().add(AnEvent.published("event-1"));
    Instant end = T0.plusSeconds(600);
    Booking.Pending late = stores().recorded(ABooking.of(event.id(), 3).pending(end.plusMillis(1)));
    Booking.Pending over = stores().recorded(ABooking.of(event.id(), 1).by("ada").pending(end));
    Booking.Pending swept =
        stores().recorded(ABooking.of(event.id(), 2).by("ada").using(2).pending(end));
    Booking expired = swept.expire(end);
    stores().bookings().change(swept, expired);

    for (BookingQuery query : pending(event)) {
      assertThat(stores().bookings().search(query, end.minusMillis(1)).items())
          .containsExactly(over, late);
      assertThat(stores().bookings().search(query, end).items()).containsExactly(late);
      assertThat(stores().bookings().search(query, end).total()).contains(1L);
    }
    for (BookingQuery query : expired(event, new UserId("ada"))) {
      assertThat(stores().bookings().search(query, end.minusMillis(1)).items())
          .containsExactly(expired);
      assertThat(stores().bookings().search(query, end).items()).containsExactly(expired, over);
      assertThat(stores().bookings().search(query, end).total()).contains(2L);
    }
  }

  /** Of everybody, and of one event. */
  private static List<BookingQuery> pending(Event event) {
    var pending = Optional.of(BookingStatus.PENDING);
    return List.of(
        query(Optional.empty(), pending, Optional.empty()),
        query(Optional.empty(), pending, Optional.of(event)));
  }

  /** Of everybody, of one event, of one user, and of both. */
  private static List<BookingQuery> expired(Event event, UserId user) {
    var expired = Optional.of(BookingStatus.EXPIRED);
    return List.of(
        query(Optional.empty(), expired, Optional.empty()),
        query(Optional.empty(), expired, Optional.of(event)),
        query(Optional.of(user), expired, Optional.empty()),
        query(Optional.of(user), expired, Optional.of(event)));
  }

  private static BookingQuery query(
      Optional<UserId> user, Optional<BookingStatus> status, Optional<Event> event) {
    return new BookingQuery(
        user.map(Set::of),
        status,
        event.map(Event::id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FIRST_TEN);
  }

  @Test
  default void the_bounds_of_the_time_of_booking_are_inclusive() {
    Event event = stores().add(AnEvent.published("event-1"));
    soldAt(event, 1, 10);
    Booking second = soldAt(event, 2, 20);
    Booking third = soldAt(event, 3, 30);
    soldAt(event, 4, 40);

    var query =
        new BookingQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(T0.plusSeconds(20)),
            Optional.of(T0.plusSeconds(30)),
            FIRST_TEN);
    assertThat(stores().bookings().search(query, T0).items()).containsExactly(third, second);
  }

  @Test
  default void numbered_pages_know_the_total_and_end() {
    Event event = stores().add(AnEvent.published("event-1"));
    for (int i = 1; i <= 5; i++) {
      soldAt(event, i, i);
    }

    Page<Booking> second = stores().bookings().search(all(new PageRequest.Numbered(2, 2)), T0);
    Page<Booking> third = stores().bookings().search(all(new PageRequest.Numbered(3, 2)), T0);
    Page<Booking> fourth = stores().bookings().search(all(new PageRequest.Numbered(4, 2)), T0);
    assertThat(second.items()).hasSize(2);
    assertThat(second.items().getFirst().details().bookedAt()).isEqualTo(T0.plusSeconds(3));
    assertThat(second.total()).contains(5L);
    assertThat(following(second)).containsExactlyElementsOf(third.items()).hasSize(1);
    assertThat(third.next()).isEmpty();
    assertThat(fourth.next()).isEmpty();
    assertThat(fourth.items()).isEmpty();
    assertThat(fourth.total()).contains(5L);
  }

  private List<Booking> following(Page<Booking> page) {
    return stores().bookings().search(all(new PageRequest.After(page.next(), 2)), T0).items();
  }

  @Test
  default void whoever_follows_the_cursors_sees_every_booking_once() {
    Event event = stores().add(AnEvent.published("event-1"));
    List<Booking> expected = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      expected.addFirst(soldAt(event, i, i / 3));
    }
    List<Booking> seen = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      var page = stores().bookings().search(all(new PageRequest.After(position, 2)), T0);
      seen.addAll(page.items());
      position = page.next();
      soldAt(event, 50 + seen.size(), 1_000);
    } while (position.isPresent());

    assertThat(seen).containsExactlyElementsOf(expected);
  }

  @Test
  default void a_page_that_ends_with_the_list_has_no_next() {
    Event event = stores().add(AnEvent.published("event-1"));
    soldAt(event, 1, 1);
    soldAt(event, 2, 2);

    var page = stores().bookings().search(all(new PageRequest.After(Optional.empty(), 2)), T0);
    assertThat(page.items()).hasSize(2);
    assertThat(page.next()).isEmpty();
    assertThat(page.total()).isEmpty();
  }
}
