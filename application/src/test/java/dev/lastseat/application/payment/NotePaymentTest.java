package dev.lastseat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.order.Customer;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.shared.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What providers tell, noted and settled, whoever has confirmed what the money is for. */
class NotePaymentTest {
  private static final PaymentId ID = new PaymentId("stripe", "pi_1");

  private final Fakes fakes = Fakes.open();
  private final Event opera = event("opera");
  private final Event jazz = event("jazz");

  private Event event(String id) {
    return fakes.add(AnEvent.published(id).terms(Terms.USUAL.confirmedBy(ConfirmedBy.BUYER)));
  }

  private Booking.Live held() {
    return Buyer.booked(new Buyer(fakes).holds("ada", opera, 2));
  }

  private Payment told(ProviderState state, long cents, Optional<Purchase> purchase) {
    Money amount = new Money(cents, Money.currency("EUR"));
    return fakes.notePayment().handle(new ProviderEvent.Moved(ID, state, amount, purchase));
  }

  private PaymentStatus settled(long cents, Purchase purchase) {
    Payment noted = told(ProviderState.CAPTURED, cents, Optional.of(purchase));
    return fakes.settlePayment().handle(noted).status();
  }

  private static Purchase of(Booking booking) {
    return new Purchase.OfBooking(booking.id());
  }

  @Test
  void the_event_that_is_sold_is_noted_in_the_write_that_says_what_the_money_is_for() {
    Booking.Live hold = held();

    assertThat(told(ProviderState.ANNOUNCED, 5_000, Optional.empty()).events()).isEmpty();
    Payment matched = told(ProviderState.ANNOUNCED, 5_000, Optional.of(of(hold)));

    assertThat(matched.events()).containsExactly(opera.id());
    assertThat(fakes.payments.find(ID)).contains(matched);
    var last = new FakeFactLog(fakes.store).of(StreamId.of(ID)).getLast().fact();
    assertThat(last.version()).isEqualTo(2);
    assertThat(last.data()).containsEntry("events", "opera").containsKey("purchase");
  }

  @Test
  void what_is_not_here_has_no_event() {
    Purchase none = new Purchase.OfBooking(new BookingId("none"));

    assertThat(told(ProviderState.CAPTURED, 5_000, Optional.of(none)).events()).isEmpty();
  }

  @Test
  void money_for_an_order_is_of_all_of_its_events() {
    OrderWithBookings order = order();

    Purchase purchase = new Purchase.OfOrder(order.order().id());
    assertThat(told(ProviderState.CAPTURED, 5_000, Optional.of(purchase)).events())
        .containsExactly(opera.id(), jazz.id());
  }

  private OrderWithBookings order() {
    return Customer.placed(
        new Customer(fakes).holds("ada", Customer.of(opera, 1), Customer.of(jazz, 1)));
  }

  @Test
  void money_of_another_amount_for_what_its_buyer_confirmed_has_to_go_back() {
    Booking.Live hold = held();
    fakes.confirmBooking().sell(fakes.findBooking().find(hold.id()).orElseThrow());

    assertThat(settled(100, of(hold))).isEqualTo(PaymentStatus.REFUND_DUE);
  }

  @Test
  void what_was_sold_is_paid_though_some_of_it_came_back_before_that_was_noted() {
    OrderWithBookings order = order();
    Purchase purchase = new Purchase.OfOrder(order.order().id());
    fakes.confirmOrder().sell(fakes.findOrder().find(order.order().id()).orElseThrow());
    Booking.Confirmed sold =
        (Booking.Confirmed) fakes.bookings.find(order.order().bookings().getFirst()).orElseThrow();
    fakes.changes.apply(sold, sold.cancel(fakes.clock.instant(), Reason.NOT_GIVEN));

    assertThat(settled(5_000, purchase)).isEqualTo(PaymentStatus.PAID);
  }
}
