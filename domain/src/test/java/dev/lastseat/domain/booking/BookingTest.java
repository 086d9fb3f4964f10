package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookingTest {
  private static final Instant BOOKED = TickingClock.START;
  private static final Instant END = BOOKED.plus(ABooking.HOLD);
  private static final Instant JUST_BEFORE = END.minusNanos(1);
  private static final Money EUR = new Money(100, Money.currency("EUR"));
  private static final Reason REASON = new Reason("Ill");

  private final Booking.Pending hold = ABooking.of(new EventId("event-1"), 3, 4).pending();
  private final Booking.Confirmed sold = ABooking.of(new EventId("event-1"), 5).confirmed();

  @Test
  void a_hold_is_confirmed_until_just_before_it_expires() {
    assertThat(hold.confirm(JUST_BEFORE))
        .isEqualTo(new Booking.Confirmed(hold.details(), hold.claim(), JUST_BEFORE));
  }

  @Test
  void a_hold_cannot_be_confirmed_at_the_very_instant_it_expires() {
    assertThatIllegalStateException().isThrownBy(() -> hold.confirm(END));
  }

  @Test
  void a_hold_expires_at_the_very_instant_it_ends_and_not_before() {
    assertThat(hold.expire(END)).isEqualTo(new Booking.Expired(hold.details(), END));
    assertThatIllegalStateException().isThrownBy(() -> hold.expire(JUST_BEFORE));
  }

  @Test
  void a_hold_that_is_over_but_not_yet_expired_can_still_be_cancelled() {
    assertThat(hold.cancel(END, REASON))
        .isEqualTo(
            new Booking.Cancelled(hold.details(), Optional.empty(), END, REASON, Returns.NONE));
  }

  @Test
  void a_cancelled_sale_remembers_when_it_was_sold() {
    Return all = new Return(List.of(1), EUR.times(0), END, Optional.empty());
    assertThat(sold.cancel(END, REASON))
        .isEqualTo(
            new Booking.Cancelled(
                sold.details(), Optional.of(BOOKED), END, REASON, Returns.NONE.with(all)));
    assertThat(hold.confirm(JUST_BEFORE).cancel(END, REASON).confirmedAt()).contains(JUST_BEFORE);
  }

  @Test
  void a_hold_that_is_over_has_expired_whether_or_not_anybody_wrote_that_down() {
    assertThat(hold.asOf(JUST_BEFORE)).isEqualTo(hold);
    assertThat(hold.asOf(END)).isEqualTo(new Booking.Expired(hold.details(), END));
    assertThat(hold.asOf(END.plusSeconds(60))).isEqualTo(hold.expire(END));
    assertThat(sold.asOf(END)).isEqualTo(sold);
  }

  @Test
  void every_state_has_its_name() {
    assertThat(
            List.of(hold, sold, sold.cancel(END, REASON), hold.expire(END)).stream()
                .map(BookingStatus::of))
        .containsExactly(
            BookingStatus.PENDING,
            BookingStatus.CONFIRMED,
            BookingStatus.CANCELLED,
            BookingStatus.EXPIRED);
  }

  @Test
  void its_price_is_that_of_all_its_tickets() {
    Money unit = hold.details().unitPrice();

    assertThat(hold.details().totalPrice()).isEqualTo(unit.times(2));
  }

  @Test
  void held_and_sold_places_are_counted_apart() {
    TicketCounts both = TicketCounts.of(hold).plus(TicketCounts.of(sold));

    assertThat(both).isEqualTo(new TicketCounts(1, 2));
    assertThat(both.taken()).isEqualTo(3);
    assertThat(both.minus(TicketCounts.of(sold))).isEqualTo(new TicketCounts(0, 2));
  }
}
