package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recording one booking, with nobody else at work. */
interface RecordingContract extends StoreTest {
  @Test
  default void a_recorded_booking_is_found_as_it_was_recorded() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking sold = stores().sold(event, 1, 2);
    Booking held = stores().held(event, 7, 3, 5);

    assertThat(stores().bookings().find(sold.id())).contains(sold);
    assertThat(stores().bookings().find(held.id())).contains(held);
  }

  @Test
  default void a_booking_that_nobody_made_is_not_found() {
    assertThat(stores().bookings().find(ABooking.of(new EventId("none"), 1).pending().id()))
        .isEmpty();
  }

  @Test
  default void a_booking_is_found_by_its_key_in_whatever_state_it_is() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().sold(event, 1);
    Booking cancelled = sold.cancel(TickingClock.START, Reason.NOT_GIVEN);
    stores().bookings().change(sold, cancelled);

    var details = sold.details();
    assertThat(stores().bookings().find(event.id(), details.userId(), details.key()))
        .contains(cancelled);
  }

  @Test
  default void a_key_finds_nothing_for_another_user_or_event_or_when_it_is_unknown() {
    Event event = stores().add(AnEvent.published("event-1"));
    var details = stores().sold(event, 1).details();
    var other = ABooking.of(new EventId("event-2"), 1);

    var bookings = stores().bookings();
    assertThat(bookings.find(event.id(), other.user(), details.key())).isEmpty();
    assertThat(bookings.find(other.event(), details.userId(), details.key())).isEmpty();
    assertThat(bookings.find(event.id(), details.userId(), other.key())).isEmpty();
  }

  @Test
  default void a_booking_is_found_by_its_ticket_number_in_whatever_state_it_is() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().sold(event, 1);
    Booking cancelled = sold.cancel(TickingClock.START, Reason.NOT_GIVEN);
    stores().bookings().change(sold, cancelled);

    var number = sold.details().ticketNumber();
    assertThat(stores().bookings().find(event.id(), number)).contains(cancelled);
  }

  @Test
  default void a_ticket_number_finds_nothing_for_another_event_or_when_it_is_unknown() {
    Event event = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    var number = stores().sold(event, 1).details().ticketNumber();

    var bookings = stores().bookings();
    assertThat(bookings.find(other.id(), number)).isEmpty();
    assertThat(bookings.find(event.id(), ABooking.of(event.id(), 2).ticketNumber())).isEmpty();
  }

  @Test
  default void a_booking_that_shares_one_place_with_another_takes_none() {
    Event event = stores().add(AnEvent.published("event-1").places(5));
    stores().sold(event, 3);
    Booking.Live late = ABooking.of(event.id(), 2, 3, 4).confirmed();

    assertThat(stores().bookings().record(late)).isEqualTo(new Recording.PlaceTaken());
    assertThat(stores().bookings().find(late.id())).isEmpty();
    assertThat(stores().bookings().freePlaces(event.id(), 5, 10)).containsExactly(1, 2, 4, 5);
  }

  @Test
  default void the_same_place_of_another_event_is_another_place() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    stores().sold(one, 1);

    stores().sold(other, 1);
  }

  @Test
  default void places_and_allowances_that_were_given_back_can_be_booked_again() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().recorded(ABooking.of(event.id(), 1).by("ada").confirmed());
    Booking.Pending held = stores().recorded(ABooking.of(event.id(), 2).by("bob").pending());
    stores().bookings().change(sold, sold.cancel(TickingClock.START, Reason.NOT_GIVEN));
    stores().bookings().change(held, held.expire(TickingClock.START.plus(ABooking.HOLD)));

    stores().recorded(ABooking.of(event.id(), 2).by("ada").confirmed());
    stores().recorded(ABooking.of(event.id(), 1).by("bob").confirmed());
  }

  @Test
  default void a_ticket_number_is_given_once_even_if_its_booking_was_cancelled() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().sold(event, 1);
    var number = sold.details().ticketNumber();
    Booking.Live second = ABooking.of(event.id(), 2).confirmed(number);

    assertThat(stores().bookings().record(second)).isEqualTo(new Recording.PlaceTaken());
    stores().bookings().change(sold, sold.cancel(TickingClock.START, Reason.NOT_GIVEN));
    assertThat(stores().bookings().record(second)).isEqualTo(new Recording.PlaceTaken());
  }

  @Test
  default void a_ticket_number_of_another_event_is_another_ticket() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    var number = stores().sold(one, 1).details().ticketNumber();
    Booking.Live second = ABooking.of(other.id(), 1).confirmed(number);

    assertThat(stores().bookings().record(second)).isEqualTo(new Recording.Recorded());
  }

  @Test
  default void a_booking_beyond_what_its_user_may_have_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1").perUser(2));
    stores().recorded(ABooking.of(event.id(), 1, 2).by("ada").using(1, 2).confirmed());

    assertNotAdmitted(ABooking.of(event.id(), 3).by("ada").using(3).confirmed());
    assertNotAdmitted(ABooking.of(event.id(), 3, 4, 5).by("bob").using(1, 2, 3).confirmed());
  }

  @Test
  default void an_allowance_is_used_once_by_a_user_for_an_event() {
    Event event = stores().add(AnEvent.published("event-1"));
    stores().recorded(ABooking.of(event.id(), 1, 2).by("ada").using(1, 2).confirmed());
    Booking.Live second = ABooking.of(event.id(), 3, 4).by("ada").using(2, 3).confirmed();

    assertThat(stores().bookings().record(second)).isEqualTo(new Recording.AllowanceSpent());
    assertThat(stores().bookings().find(second.id())).isEmpty();
    stores().recorded(ABooking.of(event.id(), 3, 4).by("ada").using(3, 4).confirmed());
  }

  @Test
  default void an_allowance_is_no_concern_of_other_users_and_other_events() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    stores().recorded(ABooking.of(one.id(), 1).by("ada").confirmed());

    stores().recorded(ABooking.of(one.id(), 2).by("bob").confirmed());
    stores().recorded(ABooking.of(other.id(), 1).by("ada").confirmed());
  }

  @Test
  default void a_key_that_was_used_answers_its_booking_as_it_is_now() {
    Event event = stores().add(AnEvent.published("event-1"));
    ABooking first = ABooking.of(event.id(), 1).by("ada");
    ABooking again = ABooking.of(event.id(), 2).by("ada").using(2).key(first.key());
    Booking.Live sold = stores().recorded(first.confirmed());

    assertThat(stores().bookings().record(again.confirmed()))
        .isEqualTo(new Recording.KeyUsed(sold));
    Booking cancelled = sold.cancel(TickingClock.START.plus(Duration.ofHours(1)), Reason.NOT_GIVEN);
    stores().bookings().change(sold, cancelled);
    assertThat(stores().bookings().record(again.confirmed()))
        .isEqualTo(new Recording.KeyUsed(cancelled));
  }

  @Test
  default void a_key_is_used_whatever_the_event_it_was_used_for() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    ABooking first = ABooking.of(one.id(), 1).by("ada");
    ABooking second = ABooking.of(other.id(), 1).by("ada").key(first.key());
    Booking.Live sold = stores().recorded(first.confirmed());

    assertThat(stores().bookings().record(second.confirmed()))
        .isEqualTo(new Recording.KeyUsed(sold));
    assertThat(stores().bookings().find(second.confirmed().id())).isEmpty();
    assertThat(stores().bookings().freePlaces(other.id(), 1, 1)).containsExactly(1);
  }

  @Test
  default void two_users_may_choose_the_same_key() {
    Event event = stores().add(AnEvent.published("event-1"));
    ABooking first = ABooking.of(event.id(), 1);
    stores().recorded(first.confirmed());

    stores().recorded(ABooking.of(event.id(), 2).key(first.key()).confirmed());
  }

  @ParameterizedTest
  @EnumSource(names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
  default void an_event_that_is_not_on_sale_does_not_admit_a_booking(EventStatus status) {
    Event event = stores().add(AnEvent.with("event-1", status));

    assertNotAdmitted(ABooking.of(event.id(), 1).confirmed());
  }

  @Test
  default void a_place_beyond_the_end_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1").places(2));

    assertNotAdmitted(ABooking.of(event.id(), 2, 3).confirmed());
  }

  @Test
  default void an_event_that_is_gone_does_not_admit_a_booking() {
    Event deleted = stores().add(AnEvent.published("event-1"));
    stores().events().delete(deleted, TickingClock.START);

    assertNotAdmitted(ABooking.of(deleted.id(), 1).confirmed());
    assertNotAdmitted(ABooking.of(new EventId("never"), 1).confirmed());
  }

  @Test
  default void a_price_that_was_changed_before_the_recording_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live judgedBefore = ABooking.of(event.id(), 1).confirmed();

    change(event, EventChange.of(event.details()).price(euros(2_501)));

    assertNotAdmitted(judgedBefore);
  }

  @Test
  default void a_currency_that_was_changed_before_the_recording_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live judgedBefore = ABooking.of(event.id(), 1).confirmed();

    Money dollars = new Money(2_500, Money.currency("USD"));
    change(event, EventChange.of(event.details()).price(dollars));

    assertNotAdmitted(judgedBefore);
  }

  @Test
  default void a_booking_from_the_beginning_of_its_event_on_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1"));
    Instant begin = TickingClock.START.plusSeconds(10);
    change(event, EventChange.of(event.details()).on(begin));

    assertNotAdmitted(ABooking.of(event.id(), 1).at(begin).confirmed());
    stores().recorded(ABooking.of(event.id(), 2).at(begin.minusMillis(1)).confirmed());
  }

  @Test
  default void a_hold_that_would_outlive_the_beginning_of_its_event_is_not_admitted() {
    Event event = stores().add(AnEvent.published("event-1"));
    Instant begin = TickingClock.START.plusSeconds(10);
    change(event, EventChange.of(event.details()).on(begin));

    assertNotAdmitted(ABooking.of(event.id(), 1).pending(begin.plusMillis(1)));
    stores().recorded(ABooking.of(event.id(), 2).pending(begin));
  }

  @Test
  default void limits_that_were_lowered_before_the_recording_hold() {
    Event event = stores().add(AnEvent.published("event-1"));
    ABooking judgedBefore = ABooking.of(event.id(), 3);

    change(event, EventChange.of(event.details()).places(3).perUser(2));

    assertNotAdmitted(judgedBefore.using(3).confirmed());
    assertNotAdmitted(ABooking.of(event.id(), 4).confirmed());
  }

  private void change(Event event, EventChange change) {
    stores().events().update(event.change(change.details(), TickingClock.START));
  }

  private static Money euros(long cents) {
    return new Money(cents, Money.currency("EUR"));
  }

  private void assertNotAdmitted(Booking.Live booking) {
    assertThat(stores().bookings().record(booking)).isEqualTo(new Recording.NotAdmitted());
    assertThat(stores().bookings().find(booking.id())).isEmpty();
    var details = booking.details();
    assertThat(stores().bookings().find(details.eventId(), details.userId(), details.key()))
        .isEmpty();
  }
}
