package dev.lastseat.application.order;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmOrderTest {
  private static final Principal ADA = APrincipal.user("ada");

  private final Fakes fakes = Fakes.open();
  private final ConfirmOrder confirm =
      new ConfirmOrder(fakes.findOrder(), fakes.changes, fakes.clock);
  private final Event play = fakes.add(AnEvent.published("play"));
  private final Event film = fakes.add(AnEvent.published("film"));

  private OrderWithBookings held() {
    return Customer.placed(new Customer(fakes).holds("ada", of(play, 2), of(film, 1)));
  }

  private Change<OrderWithBookings> confirms(Principal who, OrderWithBookings order) {
    return confirm.handle(order.order().id(), who);
  }

  private List<Booking> bookings(OrderWithBookings order) {
    return order.order().bookings().stream()
        .flatMap(id -> fakes.bookings.find(id).stream())
        .toList();
  }

  @Test
  void all_that_an_order_holds_is_confirmed_by_its_owner_alone() {
    OrderWithBookings order = held();

    assertThat(confirms(APrincipal.user("eve"), order)).isEqualTo(new Change.NotFound<>());
    assertThat(confirms(APrincipal.admin("root"), order)).isEqualTo(new Change.NotFound<>());
    assertThat(confirms(ADA, order)).isInstanceOf(Change.Done.class);
    assertThat(bookings(order)).hasSize(2).allMatch(Booking.Confirmed.class::isInstance);
  }

  @Test
  void an_order_whose_holds_end_after_it_was_found_is_not_confirmed() {
    OrderWithBookings order = held();
    fakes.clock.advance(ABooking.HOLD);

    assertThat(confirm.sell(order)).isInstanceOf(Change.NotPossible.class);
    assertThat(bookings(order)).allMatch(Booking.Pending.class::isInstance);
  }

  private void extendEachTime(OrderWithBookings order) {
    for (Booking held : bookings(order)) {
      Booking.Pending hold = (Booking.Pending) held;
      fakes.bookings.extend(List.of(hold), hold.expiresAt().plusSeconds(1), fakes.clock.instant());
    }
    // Of both holds, each of which is changed on its own here.
    fakes.bookings.beforeChange(() -> fakes.bookings.beforeChange(() -> extendEachTime(order)));
  }

  @Test
  void whoever_is_overtaken_each_time_is_told_so_at_last_and_nothing_is_sold() {
    OrderWithBookings order = held();
    fakes.bookings.beforeChange(() -> extendEachTime(order));

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> confirms(ADA, order))
        .withMessage("others change the order all the time");
    assertThat(bookings(order)).allMatch(Booking.Pending.class::isInstance);
  }

  @Test
  void confirming_again_changes_nothing() {
    OrderWithBookings order = held();
    Change<OrderWithBookings> first = confirms(ADA, order);
    fakes.clock.advance(ABooking.HOLD);

    assertThat(confirms(ADA, order)).isEqualTo(first);
  }

  @Test
  void all_holds_of_an_order_end_at_one_instant_which_is_no_later_than_any_beginning() {
    Event soon =
        fakes.add(AnEvent.published("soon").on(TickingClock.START.plus(Duration.ofMinutes(5))));
    OrderWithBookings order =
        Customer.placed(new Customer(fakes).holds("ada", of(play, 1), of(soon, 1)));

    assertThat(bookings(order))
        .allSatisfy(
            booking ->
                assertThat(((Booking.Pending) booking).expiresAt())
                    .isEqualTo(soon.details().date()));
  }

  @Test
  void an_order_whose_holds_have_ended_cannot_be_confirmed() {
    OrderWithBookings order = held();
    fakes.clock.advance(ABooking.HOLD);

    assertThat(confirms(ADA, order)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void where_one_hold_was_lost_to_its_end_in_the_same_moment_nothing_of_the_order_is_sold() {
    OrderWithBookings order = held();
    Booking.Pending lost = (Booking.Pending) bookings(order).getFirst();
    Booking.Pending other = (Booking.Pending) bookings(order).getLast();
    fakes.clock.advance(ABooking.HOLD.minusMillis(1));
    fakes.changes.apply(other, other.confirm(fakes.clock.instant()));
    fakes.changes.apply(lost, lost.expire(lost.expiresAt()));

    assertThat(confirms(ADA, order)).isInstanceOf(Change.NotPossible.class);
    assertThat(bookings(order)).noneMatch(Booking.Live.class::isInstance);
  }

  @Test
  void what_was_given_back_of_an_order_stays_so() {
    OrderWithBookings order = held();
    Booking.Pending first = (Booking.Pending) bookings(order).getFirst();
    fakes.changes.apply(first, first.cancel(TickingClock.START, Reason.NOT_GIVEN));

    assertThat(confirms(ADA, order)).isInstanceOf(Change.Done.class);
    assertThat(bookings(order).getFirst()).isInstanceOf(Booking.Cancelled.class);
    assertThat(bookings(order).getLast()).isInstanceOf(Booking.Confirmed.class);
  }

  @Test
  void where_one_event_is_not_on_sale_any_more_nothing_is_confirmed() {
    OrderWithBookings order = held();
    fakes.cancelElsewhere(film);

    assertThat(confirms(ADA, order))
        .isEqualTo(new Change.NotBookable<>(NotBookableReason.CANCELLED));
    assertThat(bookings(order)).allMatch(Booking.Pending.class::isInstance);
  }

  @Test
  void
      an_order_with_an_event_that_is_confirmed_by_a_server_is_held_and_confirmed_by_who_runs_all() {
    Event gala =
        fakes.add(
            AnEvent.published("gala")
                .terms(Terms.USUAL.confirmedBy(ConfirmedBy.SERVER))
                .price(new Money(0, Money.currency("EUR"))));
    OrderWithBookings order =
        Customer.placed(new Customer(fakes).orders("ada", of(play, 1), of(gala, 1)));
    assertThat(bookings(order)).allMatch(Booking.Pending.class::isInstance);

    assertThat(confirms(ADA, order)).isEqualTo(new Change.Forbidden<>());
    assertThat(confirms(APrincipal.user("eve"), order)).isEqualTo(new Change.NotFound<>());
    assertThat(confirms(APrincipal.admin("root"), order)).isInstanceOf(Change.Done.class);
  }

  @Test
  void an_order_that_was_never_held_cannot_be_confirmed() {
    OrderWithBookings bought = Customer.placed(new Customer(fakes).orders("ada", of(play, 1)));

    assertThat(confirms(ADA, bought)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_hold_of_an_order_is_not_confirmed_alone() {
    OrderWithBookings order = held();
    var alone = new ConfirmBooking(fakes.findBooking(), fakes.changes, fakes.clock);

    assertThat(alone.handle(order.order().bookings().getFirst(), ADA))
        .isInstanceOf(Change.NotPossible.class);
  }
}
