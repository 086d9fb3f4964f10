package dev.lastseat.application.booking.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding and listing bookings. */
class ShowingBookingsTest {
  private static final Principal ADA = APrincipal.user("ada");
  private static final Principal EVE = APrincipal.user("eve");
  private static final Principal ADMIN = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final ListBookings list =
      new ListBookings(fakes.bookings, fakes.pages, fakes.findBooking(), fakes.users, fakes.clock);
  private final Event event = fakes.add(AnEvent.published("event-1"));
  private final Booking.Live booking = ABooking.of(event.id(), 1).by(ADA.userId()).confirmed();

  @BeforeEach
  void record() {
    fakes.bookings.record(booking);
  }

  private ListBookings.Outcome lists(Optional<UserId> whose, Principal viewer) {
    var query =
        new BookingQuery(
            whose.map(Set::of),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PageRequest.Numbered(1, 10));
    return list.handle(query, Optional.empty(), viewer);
  }

  @Test
  void a_booking_is_shown_to_its_owner_and_to_admins_and_to_nobody_else() {
    BookingWithEvent shown = new BookingWithEvent(booking, event);

    assertThat(fakes.findBooking().handle(booking.id(), ADA)).contains(shown);
    assertThat(fakes.findBooking().handle(booking.id(), ADMIN)).contains(shown);
    assertThat(fakes.findBooking().handle(booking.id(), EVE)).isEmpty();
  }

  @Test
  void a_cancelled_booking_still_knows_its_event_when_that_was_deleted() {
    Booking cancelled = booking.cancel(TickingClock.START, Reason.NOT_GIVEN);
    fakes.changes.apply(booking, cancelled);
    fakes.events.delete(event, TickingClock.START);

    assertThat(fakes.findBooking().handle(booking.id(), ADA))
        .contains(new BookingWithEvent(cancelled, event));
  }

  @Test
  void everybody_may_list_their_own_bookings_and_admins_those_of_others() {
    assertThat(lists(Optional.of(ADA.userId()), ADA))
        .isInstanceOfSatisfying(
            ListBookings.Outcome.Listed.class,
            listed ->
                assertThat(listed.page().items())
                    .containsExactly(new BookingWithEvent(booking, event)));
    assertThat(lists(Optional.of(ADA.userId()), ADMIN))
        .isInstanceOf(ListBookings.Outcome.Listed.class);
    assertThat(lists(Optional.empty(), ADMIN)).isInstanceOf(ListBookings.Outcome.Listed.class);
  }

  @Test
  void a_hold_that_is_over_is_shown_as_expired_although_nobody_wrote_it_down() {
    Booking.Pending hold = ABooking.of(event.id(), 2).by(ADA.userId()).using(2).pending();
    fakes.bookings.record(hold);
    assertThat(listed()).contains(hold);
    fakes.clock.advance(ABooking.HOLD);

    Booking expired = hold.expire(hold.expiresAt());
    assertThat(fakes.bookings.find(hold.id())).as("stored").contains(hold);
    assertThat(listed()).as("even from memory").contains(expired);
    assertThat(fakes.findBooking().handle(hold.id(), ADA))
        .contains(new BookingWithEvent(expired, event));
    assertThat(fakes.count(List.of(event.id()))).containsEntry(event.id(), new TicketCounts(1, 0));
  }

  @Test
  void the_first_page_is_remembered_until_a_booking_of_its_user_changes() {
    assertThat(listed()).containsExactly(booking);
    Booking.Live another = ABooking.of(event.id(), 2).by(ADA.userId()).using(2).confirmed();
    fakes.bookings.record(another);
    assertThat(listed()).as("remembered").containsExactly(booking);

    fakes.changes.apply(another, another.cancel(TickingClock.START, Reason.NOT_GIVEN));
    assertThat(listed()).hasSize(2).contains(booking);
  }

  @Test
  void the_first_page_shows_a_booking_as_soon_as_it_is_made() {
    assertThat(listed()).containsExactly(booking);

    fakes
        .bookTickets()
        .handle(
            new BookTickets.Command(
                ADA.userId(),
                new TicketRequest(event.id(), new Quantity(2)),
                false,
                ABooking.key(7)));

    assertThat(listed()).hasSize(2);
  }

  private List<Booking> listed() {
    return lists(Optional.of(ADA.userId()), ADA)
            instanceof ListBookings.Outcome.Listed(Page<BookingWithEvent> page)
        ? page.items().stream().map(BookingWithEvent::booking).toList()
        : List.of();
  }

  @Test
  void nobody_but_an_admin_may_list_the_bookings_of_others() {
    assertThat(lists(Optional.of(ADA.userId()), EVE))
        .isEqualTo(new ListBookings.Outcome.Forbidden());
    assertThat(lists(Optional.empty(), EVE)).isEqualTo(new ListBookings.Outcome.Forbidden());
  }
}
