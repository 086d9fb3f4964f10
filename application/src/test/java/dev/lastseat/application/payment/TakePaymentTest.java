package dev.lastseat.application.payment;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.Finding;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.order.Customer;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.payment.TakePayment.Command;
import dev.lastseat.application.payment.TakePayment.Outcome;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakePaymentTest {
  private static final Principal SHOP = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);
  private static final Terms BY_SERVER = Terms.USUAL.confirmedBy(ConfirmedBy.SERVER);
  private static final Money FIFTY = euros(5_000);

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);
  private final Event event = fakes.add(AnEvent.published("event-1").terms(BY_SERVER));
  private final Event other = fakes.add(AnEvent.published("event-2").terms(BY_SERVER));

  private static Money euros(long cents) {
    return new Money(cents, Money.currency("EUR"));
  }

  private static PaymentId id(String reference) {
    return new PaymentId("stripe", reference);
  }

  private static Purchase purchase(Booking booking) {
    return new Purchase.OfBooking(booking.id());
  }

  private static Purchase purchase(OrderWithBookings order) {
    return new Purchase.OfOrder(order.order().id());
  }

  private Booking.Live held(String user) {
    return held(user, event, 2);
  }

  private Booking.Live held(String user, Event of, int tickets) {
    return Buyer.booked(buyer.buys(user, of, tickets));
  }

  private OrderWithBookings heldOrder(String user) {
    return Customer.placed(new Customer(fakes).holds(user, of(event, 1), of(other, 1)));
  }

  private Outcome pays(Purchase purchase, String reference, Money amount) {
    return pays(purchase, SHOP, reference, amount);
  }

  private Outcome pays(Purchase purchase, Principal by, String reference, Money amount) {
    return fakes.takePayment().handle(new Command(purchase, by, id(reference), amount));
  }

  private static List<Booking> paid(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Paid.class);
    return ((Outcome.Paid) outcome)
        .bought().bookings().stream().<Booking>map(it -> it.booking()).toList();
  }

  private Payment payment(String reference) {
    return fakes.payments.find(id(reference)).orElseThrow();
  }

  private void assertUntouched(Booking.Live hold) {
    assertThat(fakes.payments.find(id("pi_1"))).isEmpty();
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  @Test
  void a_hold_is_sold_for_its_payment_and_told_again_that_changes_nothing() {
    Booking.Live hold = held("ada");

    List<Booking> first = paid(pays(purchase(hold), "pi_1", FIFTY));
    assertThat(first).hasOnlyElementsOfType(Booking.Confirmed.class);
    Payment noted = payment("pi_1");
    assertThat(noted.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(noted.pays()).contains(purchase(hold));

    fakes.clock.advance(ABooking.HOLD);
    assertThat(paid(pays(purchase(hold), "pi_1", FIFTY))).isEqualTo(first);
    assertThat(payment("pi_1")).isEqualTo(noted);
  }

  @Test
  void an_order_is_sold_as_a_whole_for_its_payment() {
    OrderWithBookings order = heldOrder("ada");

    assertThat(pays(purchase(order), "pi_1", euros(2_500)))
        .isEqualTo(new Outcome.WrongAmount(FIFTY));
    assertThat(paid(pays(purchase(order), "pi_1", FIFTY)))
        .hasSize(2)
        .hasOnlyElementsOfType(Booking.Confirmed.class);
    assertThat(paid(pays(purchase(order), "pi_1", FIFTY))).hasSize(2);
    assertThat(payment("pi_1").pays()).contains(purchase(order));
  }

  @Test
  void what_costs_something_is_not_confirmed_without_its_payment() {
    Booking.Live hold = held("ada");
    OrderWithBookings order = heldOrder("bob");

    assertThat(fakes.confirmBooking().handle(hold.id(), SHOP))
        .isEqualTo(new Change.PaymentNeeded<>());
    assertThat(fakes.confirmOrder().handle(order.order().id(), SHOP))
        .isEqualTo(new Change.PaymentNeeded<>());
    assertUntouched(hold);

    paid(pays(purchase(hold), "pi_1", FIFTY));
    assertThat(fakes.confirmBooking().handle(hold.id(), SHOP)).isInstanceOf(Change.Done.class);
  }

  @Test
  void only_those_who_run_the_event_say_what_was_paid() {
    Booking.Live hold = held("ada");

    assertThat(pays(purchase(hold), APrincipal.user("ada"), "pi_1", FIFTY))
        .isEqualTo(new Outcome.Forbidden());
    assertThat(pays(purchase(hold), APrincipal.user("eve"), "pi_1", FIFTY))
        .isEqualTo(new Outcome.NotFound());
    assertThat(pays(purchase(hold), APrincipal.with("other", Role.ORGANISER), "pi_1", FIFTY))
        .isEqualTo(new Outcome.NotFound());
    assertUntouched(hold);
    paid(pays(purchase(hold), APrincipal.admin("root"), "pi_1", FIFTY));
  }

  @Test
  void another_amount_or_currency_than_the_total_changes_nothing() {
    Booking.Live hold = held("ada");

    assertThat(pays(purchase(hold), "pi_1", euros(4_999)))
        .isEqualTo(new Outcome.WrongAmount(FIFTY));
    assertThat(pays(purchase(hold), "pi_1", new Money(5_000, Money.currency("USD"))))
        .isEqualTo(new Outcome.WrongAmount(FIFTY));
    assertUntouched(hold);
  }

  @Test
  void one_booking_of_an_order_is_not_paid_alone() {
    Booking part = heldOrder("ada").bookings().getFirst().booking();

    assertThat(pays(purchase(part), "pi_1", euros(2_500))).isInstanceOf(Outcome.NotPossible.class);
    assertThat(fakes.payments.find(id("pi_1"))).isEmpty();
  }

  @Test
  void a_reference_is_good_for_one_purchase_and_one_amount_for_ever() {
    Booking.Live hold = held("ada");
    paid(pays(purchase(hold), "pi_1", FIFTY));
    Booking.Live next = held("bob");

    assertThat(pays(purchase(next), "pi_1", FIFTY)).isEqualTo(new Outcome.ReferenceUsed());
    assertThat(pays(purchase(hold), "pi_1", euros(1))).isEqualTo(new Outcome.ReferenceUsed());
    assertThat(fakes.bookings.find(next.id())).contains(next);
  }

  @Test
  void a_second_payment_of_one_booking_has_to_go_back() {
    Booking.Live hold = held("ada");
    paid(pays(purchase(hold), "pi_1", FIFTY));

    assertThat(pays(purchase(hold), "pi_2", FIFTY)).isInstanceOf(Outcome.RefundDue.class);
    assertThat(payment("pi_2").status()).isEqualTo(PaymentStatus.REFUND_DUE);
    assertThat(payment("pi_1").status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void money_for_what_was_given_back_meanwhile_has_to_go_back_as_often_as_that_is_told() {
    Booking.Live hold = held("ada");
    fakes.changes.apply(hold, hold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));

    Outcome first = pays(purchase(hold), "pi_1", FIFTY);
    assertThat(first).isInstanceOf(Outcome.RefundDue.class);
    assertThat(pays(purchase(hold), "pi_1", FIFTY)).isEqualTo(first);
    assertThat(payment("pi_1").status()).isEqualTo(PaymentStatus.REFUND_DUE);
  }

  @Test
  void money_for_an_event_that_was_cancelled_has_to_go_back() {
    Booking.Live hold = held("ada");
    fakes.cancelElsewhere(event);

    assertThat(pays(purchase(hold), "pi_1", FIFTY)).isInstanceOf(Outcome.RefundDue.class);
  }

  @Test
  void money_that_a_provider_told_of_before_is_matched_by_whoever_says_what_it_is_for() {
    Booking.Live hold = held("ada");
    fakes
        .notePayment()
        .handle(
            new ProviderEvent.Moved(id("pi_1"), ProviderState.CAPTURED, FIFTY, Optional.empty()));
    assertThat(payment("pi_1").status()).isEqualTo(PaymentStatus.UNMATCHED);

    paid(pays(purchase(hold), "pi_1", FIFTY));
    assertThat(payment("pi_1").status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void money_that_comes_too_late_buys_the_same_places_if_they_are_free() {
    held("somebody");
    Booking.Live hold = held("ada");
    fakes.clock.advance(ABooking.HOLD);

    Booking made = paid(pays(purchase(hold), "pi_1", FIFTY)).getFirst();
    assertThat(made.id()).isNotEqualTo(hold.id());
    assertThat(((Booking.Confirmed) made).claim().places()).isEqualTo(hold.claim().places());
    assertThat(made.details().userId()).isEqualTo(hold.details().userId());
    assertThat(payment("pi_1").pays()).contains(purchase(made));

    assertThat(paid(pays(purchase(hold), "pi_1", FIFTY))).containsExactly(made);
    assertThat(pays(purchase(hold), "pi_2", FIFTY)).isInstanceOf(Outcome.RefundDue.class);
    assertThat(fakes.taken(event)).isEqualTo(2);
  }

  @Test
  void money_for_a_hold_that_ends_after_it_was_looked_at_buys_its_places_too() {
    Booking.Live hold = held("ada");
    capture(hold);
    fakes.clock.advance(ABooking.HOLD.minusMillis(1));
    InstantSource passing =
        () -> {
          Instant now = fakes.clock.instant();
          fakes.clock.advance(Duration.ofMillis(1));
          return now;
        };

    Payment settled = settledBy(passing.withZone(ZoneOffset.UTC), fakes.clock);

    assertThat(settled.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(settled.pays()).isPresent().isNotEqualTo(Optional.of(purchase(hold)));
    assertThat(fakes.taken(event)).isEqualTo(2);
  }

  @Test
  void money_for_a_hold_that_another_sold_after_it_was_looked_at_pays_what_was_sold() {
    Booking.Live hold = held("ada");
    capture(hold);
    fakes.clock.advance(ABooking.HOLD.minusMillis(1));
    Booking sold = ((Booking.Pending) hold).confirm(fakes.clock.instant());
    InstantSource overtaken =
        () -> {
          fakes.bookings.change(hold, sold);
          fakes.clock.advance(Duration.ofMillis(1));
          return fakes.clock.instant();
        };

    Payment settled = settledBy(fakes.clock, overtaken.withZone(ZoneOffset.UTC));

    assertThat(settled.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(settled.pays()).contains(purchase(hold));
    assertThat(fakes.taken(event)).isEqualTo(2);
  }

  private void capture(Booking hold) {
    fakes
        .notePayment()
        .handle(
            new ProviderEvent.Moved(
                id("pi_1"), ProviderState.CAPTURED, FIFTY, Optional.of(purchase(hold))));
  }

  /** By somebody who looks at what was bought by one clock, and sells it by another. */
  private Payment settledBy(Clock looks, Clock sells) {
    FindBooking finder = new FindBooking(fakes.bookings, fakes.events, fakes.users, looks);
    SettlePayment usual = fakes.settlePayment();
    ConfirmBooking seller = new ConfirmBooking(finder, usual.bookings().changes(), sells);
    return new SettlePayment(
            usual.payments(),
            new Purchases(finder, fakes.findOrder()),
            seller,
            usual.orders(),
            usual.again(),
            usual.clock())
        .handle(payment("pi_1"));
  }

  @Test
  void where_somebody_else_has_them_it_buys_any_places_within_the_allowance() {
    Event small = fakes.add(AnEvent.published("small").places(4).terms(BY_SERVER));
    Booking.Live hold = held("ada", small, 2);
    fakes.clock.advance(ABooking.HOLD);
    fakes.changes.expireOverdue(small.id());
    Booking.Live one = held("bob", small, 2);
    Booking.Live two = held("cay", small, 2);
    Booking.Live away = one.claim().equals(hold.claim()) ? two : one;
    fakes.changes.apply(away, away.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));

    Booking made = paid(pays(purchase(hold), "pi_1", FIFTY)).getFirst();
    assertThat(((Booking.Confirmed) made).claim().places()).isEqualTo(away.claim().places());
    assertThat(fakes.taken(small)).isEqualTo(4);
  }

  @Test
  void an_order_that_is_paid_too_late_is_made_up_for_as_a_whole() {
    OrderWithBookings order = heldOrder("ada");
    fakes.clock.advance(ABooking.HOLD);

    List<Booking> made = paid(pays(purchase(order), "pi_1", FIFTY));
    assertThat(made).hasSize(2).hasOnlyElementsOfType(Booking.Confirmed.class);
    assertThat(paid(pays(purchase(order), "pi_1", FIFTY))).isEqualTo(made);
  }

  @Test
  void what_is_held_is_paid_at_its_price_whatever_the_event_costs_since() {
    Booking.Live hold = held("ada");
    fakes.repriceElsewhere(event, euros(3_000));

    assertThat(pays(purchase(hold), "pi_1", FIFTY)).isInstanceOf(Outcome.Paid.class);
  }

  @Test
  void money_that_comes_too_late_for_the_price_or_the_sale_has_to_go_back() {
    Booking.Live hold = held("ada");
    OrderWithBookings order = heldOrder("bob");
    fakes.clock.advance(ABooking.HOLD);
    fakes.repriceElsewhere(event, euros(3_000));
    assertThat(pays(purchase(hold), "pi_1", FIFTY)).isInstanceOf(Outcome.RefundDue.class);

    fakes.cancelElsewhere(other);
    assertThat(pays(purchase(order), "pi_2", FIFTY)).isInstanceOf(Outcome.RefundDue.class);
    assertThat(fakes.taken(event)).isZero();
  }

  @Test
  void money_that_comes_too_late_for_an_account_that_was_erased_has_to_go_back() {
    fakes.users.add(AUser.named("ada"));
    Booking.Live hold = held("ada");
    fakes.clock.advance(ABooking.HOLD);
    fakes.users.remove(hold.details().userId(), fakes.clock.instant());

    assertThat(pays(purchase(hold), "pi_1", FIFTY)).isInstanceOf(Outcome.RefundDue.class);
    assertThat(fakes.taken(event)).isZero();
  }

  @Test
  void whoever_has_paid_need_not_wait_for_having_let_holds_expire() {
    BuyerRule refusing = (_, _, _) -> Optional.of(new Refusal.EventNotFound());
    var allowances = new AllowanceFinder(fakes.bookings, fakes.changes, new Random(7));
    ClaimFinder claims =
        new ClaimFinder(fakes.reader, fakes.placeFinder(), allowances, refusing, fakes.clock);
    var request = new TicketRequest(event.id(), new Quantity(1));

    assertThat(claims.first(new UserId("ada"), request, true)).isInstanceOf(Finding.Refused.class);
    assertThat(claims.preferring(Map.of()).first(new UserId("ada"), request, true))
        .isInstanceOf(Finding.Found.class);
  }

  @Test
  void of_100_late_payments_for_60_free_places_60_buy_one_and_40_have_to_go_back() {
    Event small = fakes.add(AnEvent.published("small").places(100).terms(BY_SERVER));
    List<Booking.Live> holds =
        IntStream.range(0, 100).mapToObj(i -> held("user-" + i, small, 1)).toList();
    fakes.clock.advance(ABooking.HOLD);
    for (int i = 0; i < 40; i++) {
      Booking.Live first = held("first-" + i, small, 1);
      paid(pays(purchase(first), "first-" + i, euros(2_500)));
    }

    List<Outcome> outcomes =
        Race.of(100, i -> pays(purchase(holds.get(i)), "pi_" + i, euros(2_500)));
    assertThat(outcomes).filteredOn(Outcome.Paid.class::isInstance).hasSize(60);
    assertThat(outcomes).filteredOn(Outcome.RefundDue.class::isInstance).hasSize(40);
    assertThat(fakes.taken(small)).isEqualTo(100);
    assertThat(listed(PaymentStatus.REFUND_DUE)).isEqualTo(40);
    assertThat(listed(PaymentStatus.PAID)).isEqualTo(100);
  }

  private int listed(PaymentStatus status) {
    var all = new PageRequest.After(Optional.empty(), PageRequest.MAX_LIMIT);
    return fakes
        .payments
        .search(new PaymentQuery(Optional.empty(), Optional.of(status), Optional.empty(), all))
        .items()
        .size();
  }
}
