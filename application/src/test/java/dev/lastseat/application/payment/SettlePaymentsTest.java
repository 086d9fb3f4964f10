package dev.lastseat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Page;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlePaymentsTest {
  private final Fakes fakes = Fakes.open();
  private boolean away = true;

  /** In which some payments cannot be changed for a while. */
  private final class Stubborn implements Payments {
    @Override
    public Optional<Payment> add(Payment payment) {
      return fakes.payments.add(payment);
    }

    @Override
    public Changing change(Payment from, Payment to) {
      if (away && from.id().provider().equals("stuck")) {
        throw new StoreUnavailable("stuck");
      }
      return fakes.payments.change(from, to);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
      return fakes.payments.find(id);
    }

    @Override
    public Page<Payment> search(PaymentQuery query) {
      return fakes.payments.search(query);
    }
  }

  @Test
  void payments_that_cannot_be_settled_hold_up_none_of_the_others() {
    note("stripe", 120);
    note("stuck", 120); // the newest, which come first
    SettlePayments sweep = new SettlePayments(fakes.payments, fakes.settlePayment(new Stubborn()));

    assertThatThrownBy(sweep::handle).isInstanceOf(StoreUnavailable.class);
    assertThat(listed(PaymentStatus.REFUND_DUE)).isEqualTo(120);
    assertThat(listed(PaymentStatus.CAPTURED)).isEqualTo(120);

    away = false;
    assertThat(sweep.handle()).isEqualTo(120);
    assertThat(listed(PaymentStatus.REFUND_DUE)).isEqualTo(240);
    assertThat(sweep.handle()).isZero();
  }

  /** Money for bookings that are not there, so that it has to go back. */
  private void note(String provider, int payments) {
    for (int i = 0; i < payments; i++) {
      fakes.clock.advance(Duration.ofMillis(1));
      fakes.payments.add(
          Payment.first(
              new ProviderEvent.Moved(
                  new PaymentId(provider, "pi_" + i),
                  ProviderState.CAPTURED,
                  new Money(5_000, Money.currency("EUR")),
                  Optional.of(new Purchase.OfBooking(new BookingId("none-" + i)))),
              fakes.clock.instant()));
    }
  }

  private int listed(PaymentStatus status) {
    return Page.all(
            page ->
                fakes.payments.search(
                    new PaymentQuery(
                        Optional.empty(), Optional.of(status), Optional.empty(), page)))
        .size();
  }
}
