package dev.lastseat.application.booking.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookTickets;
import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.booking.cancel.ReturnTickets.Command;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.ticket.TicketCodes.Match;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnTicketsTest {
  private static final Principal ADA = APrincipal.user("ada");
  private static final Principal ADMIN = APrincipal.admin("root");
  private static final Instant END = TickingClock.START.plus(Duration.ofDays(1));
  private static final UUID KEY = new UUID(1, 1);

  private final Fakes fakes = Fakes.open();
  private final ReturnTickets returns =
      new ReturnTickets(fakes.findBooking(), fakes.changes, fakes.checkins, fakes.clock);
  private final Event event =
      fakes.add(
          AnEvent.published("event-1")
              .places(4)
              .terms(
                  new Terms(
                      Optional.of(ConfirmedBy.BUYER),
                      Optional.empty(),
                      Optional.of(END),
                      Optional.of(new ReturnFee(euros(250), ReturnFee.Per.TICKET)))));
  private final Booking.Confirmed sold = recorded(adas().confirmed());

  private ABooking adas() {
    return ABooking.of(event.id(), 1, 2, 3, 4).by(ADA.userId());
  }

  private <B extends Booking.Live> B recorded(B booking) {
    fakes.bookings.record(booking);
    return booking;
  }

  private static Money euros(long minorUnits) {
    return new Money(minorUnits, Money.currency("EUR"));
  }

  private static Wish these(Integer... tickets) {
    return new Wish.These(List.of(tickets));
  }

  private static Wish any(int count) {
    return new Wish.Any(new Quantity(count));
  }

  private Change<BookingWithEvent> gives(Principal who, Wish wish, Optional<UUID> key) {
    return returns.handle(new Command(sold.id(), who, wish, key));
  }

  private Change<BookingWithEvent> gives(Principal who, Wish wish) {
    return gives(who, wish, Optional.empty());
  }

  private Booking stored() {
    return fakes.bookings.find(sold.id()).orElseThrow();
  }

  @Test
  void the_named_tickets_are_given_back_for_the_fee_of_the_event() {
    assertThat(gives(ADA, these(2, 4))).isInstanceOf(Change.Done.class);

    assertThat(stored()).isInstanceOf(Booking.Confirmed.class);
    assertThat(((Booking.Confirmed) stored()).claim().places()).isEqualTo(Places.of(1, 3));
    assertThat(stored().totals())
        .isEqualTo(new Totals(euros(10_000), euros(5_000), euros(5_000), euros(500)));
    assertThat(stored().totals().refund()).isEqualTo(euros(4_500));
    assertThat(fakes.taken(event)).isEqualTo(2);
  }

  @Test
  void what_is_given_back_is_sold_at_once_where_all_was_sold_out() {
    var wanted =
        new BookTickets.Command(
            new UserId("bob"),
            new TicketRequest(event.id(), new Quantity(1)),
            false,
            ABooking.key(77));
    BookTickets book = fakes.bookTickets();
    assertThat(book.handle(wanted)).isInstanceOf(SaleOutcome.Refused.class);

    gives(ADA, these(3));

    assertThat(book.handle(wanted)).isInstanceOf(SaleOutcome.Granted.class);
    assertThat(fakes.taken(event)).isEqualTo(4);
  }

  @Test
  void who_names_tickets_may_ask_again_and_gives_nothing_back_twice() {
    gives(ADA, these(2, 4));
    Booking once = stored();
    fakes.clock.advance(Duration.ofDays(2)); // Nothing is taken back any more.

    assertThat(gives(ADA, these(4, 2))).isInstanceOf(Change.Done.class);
    assertThat(gives(ADA, these(4))).isInstanceOf(Change.Done.class);
    assertThat(stored()).isEqualTo(once);
  }

  @Test
  void who_has_a_key_may_ask_again_and_gives_nothing_back_twice() {
    gives(ADA, any(2), Optional.of(KEY));
    Booking once = stored();

    assertThat(gives(ADA, any(2), Optional.of(KEY))).isInstanceOf(Change.Done.class);
    assertThat(stored()).isEqualTo(once);
    assertThat(once.returns().tickets()).containsExactly(3, 4);
    assertThat(gives(ADA, any(1), Optional.of(KEY))).isEqualTo(new Change.KeyReused<>());
    assertThat(gives(ADA, these(1), Optional.of(KEY))).isEqualTo(new Change.KeyReused<>());
    assertThat(stored()).isEqualTo(once);
  }

  @Test
  void a_key_that_gave_some_tickets_back_does_not_answer_for_more_of_them() {
    gives(ADA, these(1), Optional.of(KEY));

    assertThat(gives(ADA, these(1, 2), Optional.of(KEY))).isEqualTo(new Change.KeyReused<>());
    assertThat(stored().returns().tickets()).containsExactly(1);
  }

  @Test
  void a_request_of_which_a_part_was_given_back_before_gives_the_rest_back_and_may_be_repeated() {
    gives(ADA, these(2));

    assertThat(gives(ADA, these(2, 3), Optional.of(KEY))).isInstanceOf(Change.Done.class);
    assertThat(gives(ADA, these(2, 3), Optional.of(KEY))).isInstanceOf(Change.Done.class);
    assertThat(stored().returns().tickets()).containsExactly(2, 3);
  }

  @Test
  void the_last_tickets_cancel_the_booking_and_asking_again_says_so() {
    gives(ADA, any(3), Optional.of(KEY));
    gives(ADA, these(1));

    assertThat(stored()).isInstanceOf(Booking.Cancelled.class);
    assertThat(((Booking.Cancelled) stored()).reason()).isEqualTo(Reason.RETURNED);
    assertThat(stored().totals().fees()).isEqualTo(euros(1_000));
    assertThat(gives(ADA, any(3), Optional.of(KEY))).isInstanceOf(Change.Done.class);
    assertThat(gives(ADA, these(1, 2))).isInstanceOf(Change.Done.class);
    assertThat(gives(ADA, any(1), Optional.of(new UUID(1, 2))))
        .isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void nobody_gives_back_more_than_stands_or_what_never_was() {
    gives(ADA, these(1, 2));

    assertThat(gives(ADA, any(3), Optional.of(KEY)))
        .isEqualTo(new Change.NotPossible<>("Only 2 of its tickets stand."));
    assertThat(gives(ADA, these(5))).isEqualTo(new Change.NoSuchTicket<>(5, 4));
    assertThat(((Booking.Confirmed) stored()).tickets()).containsExactly(3, 4);
  }

  @Test
  void from_the_deadline_on_only_those_who_run_the_event_take_tickets_back_and_keep_nothing() {
    fakes.clock.advance(Duration.ofDays(1).minusMillis(1));
    assertThat(gives(ADA, these(1))).isInstanceOf(Change.Done.class);
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(gives(ADA, these(2))).isInstanceOf(Change.NotPossible.class);

    assertThat(gives(ADMIN, these(2))).isInstanceOf(Change.Done.class);
    assertThat(stored().returns().list().getLast().fee()).isEqualTo(euros(0));
  }

  @Test
  void a_hold_is_not_given_back_in_part() {
    Event other = fakes.add(AnEvent.published("event-2"));
    Booking.Pending hold =
        recorded(ABooking.of(other.id(), 1, 2).by(ADA.userId()).using(5, 6).pending());

    assertThat(returns.handle(new Command(hold.id(), ADA, these(1), Optional.empty())))
        .isInstanceOf(Change.NotPossible.class);
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  @Test
  void somebody_elses_booking_does_not_exist() {
    assertThat(gives(APrincipal.user("eve"), these(1))).isEqualTo(new Change.NotFound<>());
    assertThat(stored()).isEqualTo(sold);
  }

  @Test
  void the_codes_of_what_was_given_back_are_good_no_more_and_the_others_stay() {
    var before = fakes.codes.of(sold);
    gives(ADA, these(2));
    var after = fakes.codes.of(stored());

    assertThat(after.get(1).code()).isEmpty();
    assertThat(after.get(1).place()).isEmpty();
    assertThat(after.get(2)).isEqualTo(before.get(2));
    assertThat(fakes.codes.match(before.get(1).code().orElseThrow(), stored()))
        .isEqualTo(Match.RETURNED);
    assertThat(fakes.codes.match(before.get(2).code().orElseThrow(), stored()))
        .isEqualTo(Match.LATEST);
  }

  @Test
  void whole_cancellation_keeps_the_fee_of_what_stood() {
    gives(ADA, these(1));
    fakes.cancelBooking().handle(new CancelBooking.Command(sold.id(), ADA, Reason.NOT_GIVEN));

    assertThat(stored().totals().fees()).isEqualTo(euros(1_000));
    assertThat(stored().returns().tickets()).containsExactly(1, 2, 3, 4);
  }
}
