package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What staff sells to others. */
interface BoxOfficeContract extends StoreTest {
  UserId SELLER = new UserId("sam");
  Guest EVE = new Guest("Eve", Optional.of(new Email("eve@example.com")));

  private static BoxOfficeSale to(Guest guest) {
    return new BoxOfficeSale(SELLER, Optional.of(guest));
  }

  @Test
  default void what_staff_sells_is_found_as_it_was_sold_in_whatever_state_it_is() {
    Event event = stores().add(AnEvent.published("event-1"));
    for (BoxOfficeSale sale :
        new BoxOfficeSale[] {
          to(EVE),
          to(new Guest("Eve", Optional.empty())),
          new BoxOfficeSale(SELLER, Optional.empty())
        }) {
      Booking.Live sold = stores().recorded(ABooking.of(event.id(), 1).at(sale).confirmed());
      assertThat(stores().bookings().find(sold.id())).contains(sold);

      Booking cancelled = sold.cancel(TickingClock.START, Reason.NOT_GIVEN);
      stores().bookings().change(sold, cancelled);
      assertThat(stores().bookings().find(sold.id())).contains(cancelled);
    }
  }

  @Test
  default void staff_sells_beyond_the_limit_of_a_buyer_and_at_another_price() {
    Event event =
        stores()
            .add(
                AnEvent.published("event-1")
                    .perUser(1)
                    .price(new Money(9_900, Money.currency("EUR"))));
    ABooking two = ABooking.of(event.id(), 1, 2).using(1_001, 1_002);

    assertThat(stores().bookings().record(two.confirmed())).isEqualTo(new Recording.NotAdmitted());
    stores().recorded(two.at(to(EVE)).confirmed());
  }

  @Test
  default void staff_sells_in_no_other_currency_and_no_place_that_there_is_not_or_that_is_taken() {
    Event yen =
        stores().add(AnEvent.published("event-1").price(new Money(900, Money.currency("JPY"))));
    Event small = stores().add(AnEvent.published("event-2").places(1));

    var bookings = stores().bookings();
    assertThat(bookings.record(ABooking.of(yen.id(), 1).at(to(EVE)).confirmed()))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(bookings.record(ABooking.of(small.id(), 2).at(to(EVE)).confirmed()))
        .isEqualTo(new Recording.NotAdmitted());
    stores().sold(small, 1);
    assertThat(bookings.record(ABooking.of(small.id(), 1).at(to(EVE)).confirmed()))
        .isEqualTo(new Recording.PlaceTaken());
  }

  @Test
  default void nothing_is_kept_of_a_guest_who_is_forgotten_and_the_booking_stays() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().recorded(ABooking.of(event.id(), 1).at(to(EVE)).confirmed());
    Booking.Live other = stores().recorded(ABooking.of(event.id(), 2).at(to(EVE)).confirmed());

    assertThat(stores().bookings().forgetGuest(sold.id(), TickingClock.START)).isTrue();

    assertThat(stores().bookings().find(sold.id())).contains(ABooking.withGuestForgotten(sold));
    assertThat(stores().bookings().find(other.id())).contains(other);
    assertThat(stores().bookings().forgetGuest(sold.id(), TickingClock.START))
        .as("there is nothing to forget any more")
        .isFalse();
  }

  @Test
  default void guests_are_found_by_words_of_their_names_and_addresses_until_they_are_forgotten() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live eve = stores().recorded(ABooking.of(event.id(), 1).at(to(EVE)).confirmed());
    Guest zoe = new Guest("Zo\u00eb Eve", Optional.empty());
    Booking.Live other =
        stores().recorded(ABooking.of(event.id(), 2).by("guest-2").at(to(zoe)).confirmed());
    stores().sold(event, 3);
    UserId first = eve.details().userId();

    assertThat(guests("eve", 9)).containsExactlyInAnyOrder(first, other.details().userId());
    assertThat(guests("eve", 1)).hasSize(1);
    assertThat(guests("eve zo", 9)).containsExactly(other.details().userId());
    assertThat(guests("nobody", 9)).isEmpty();

    stores().bookings().change(other, other.cancel(TickingClock.START, Reason.NOT_GIVEN));
    assertThat(guests("zoe", 9)).containsExactly(other.details().userId());
    stores().bookings().forgetGuest(other.id(), TickingClock.START);
    assertThat(guests("eve", 9)).containsExactly(first);
  }

  private Set<UserId> guests(String words, int limit) {
    return stores().bookings().guests(SearchWords.of(words), Optional.empty(), limit);
  }

  @Test
  default void guests_of_other_events_are_left_out_where_one_is_named() {
    Event event = stores().add(AnEvent.published("event-1"));
    Event another = stores().add(AnEvent.published("event-2"));
    stores().recorded(ABooking.of(event.id(), 1).at(to(EVE)).confirmed());
    Booking.Live other =
        stores().recorded(ABooking.of(another.id(), 1).by("guest-2").at(to(EVE)).confirmed());

    assertThat(stores().bookings().guests(SearchWords.of("eve"), Optional.of(another.id()), 9))
        .containsExactly(other.details().userId());
  }

  @Test
  default void a_guest_who_was_forgotten_since_it_was_read_is_not_brought_back_by_a_change() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().recorded(ABooking.of(event.id(), 1).at(to(EVE)).confirmed());
    Booking cancelled = sold.cancel(TickingClock.START, Reason.NOT_GIVEN);
    stores().bookings().forgetGuest(sold.id(), TickingClock.START);

    assertThat(stores().bookings().change(sold, cancelled)).isTrue();
    assertThat(stores().bookings().find(sold.id()))
        .contains(ABooking.withGuestForgotten(cancelled));
  }
}
