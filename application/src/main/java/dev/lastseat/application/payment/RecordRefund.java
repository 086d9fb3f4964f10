package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Payments.Changing;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.util.Optional;

/**
 * Records money that whoever runs an event gave back of a payment: once by what its provider calls
 * the refund, and never more than was taken, however many try at once.
 */
public record RecordRefund(Payments payments, Purchases purchases, Clock clock) {
  private static final int MAX_TRIES = 100;

  /** What became of the refund. */
  public sealed interface Outcome {
    record Recorded(Payment payment) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The provider's name for it stands for another amount. */
    record NameUsed() implements Outcome {}

    /** Only so much can go back. */
    record TooMuch(Money left) implements Outcome {}
  }

  public Outcome handle(ProviderEvent.Refunded refund, Principal by) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Payment> known = payments.find(refund.payment()).filter(it -> isFor(it, by));
      if (known.isEmpty()) {
        return new Outcome.NotFound();
      }
      Payment payment = known.get();
      Optional<Money> before = payment.refunds().named(refund.refund());
      if (before.filter(it -> !it.equals(refund.amount())).isPresent()) {
        return new Outcome.NameUsed();
      }
      if (payment.given().named(refund.refund()).isPresent()) {
        return new Outcome.Recorded(payment);
      }
      Money left = payment.left();
      if (!left.currency().equals(refund.amount().currency())
          || left.minorUnits() < refund.amount().minorUnits()) {
        return new Outcome.TooMuch(left);
      }
      Payment next = payment.told(refund, clock.instant());
      if (payments.change(payment, next) == Changing.CHANGED) {
        return new Outcome.Recorded(next);
      }
    }
    throw new StoreUnavailable("others change the payment all the time");
  }

  /** Money of which nobody has said what it is for is a matter of admins. */
  private boolean isFor(Payment payment, Principal by) {
    return by.isAdmin()
        || payment.purchase().flatMap(purchases::find).filter(it -> it.isRunBy(by)).isPresent();
  }
}
