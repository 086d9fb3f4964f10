package dev.lastseat.application.payment;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.Refunds;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Records money that whoever runs an event gave back of a payment: once by what its provider calls
 * the refund, and never more than was taken, however many try at once.
 */
public record RecordRefund(Payments payments, Events events, Clock clock) {
  /** What became of the refund. */
  public sealed interface Outcome {
    record Recorded(Payment payment) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The provider's name for it stands for another amount. */
    record NameUsed() implements Outcome {}

    /** Only so much can go back. */
    record TooMuch(Money left) implements Outcome {}

    /** There are {@link Refunds#MAX} of the payment. */
    record TooMany() implements Outcome {}
  }

  public Outcome handle(ProviderEvent.Refunded refund, Principal by) {
    if (payments.find(refund.payment()).filter(it -> isFor(it, by)).isEmpty()) {
      return new Outcome.NotFound();
    }
    Payment now =
        new PaymentChanges(payments)
            .change(refund.payment(), known -> given(known.orElseThrow(), refund));
    return refusal(now, refund).orElseGet(() -> new Outcome.Recorded(now));
  }

  private Payment given(Payment payment, ProviderEvent.Refunded refund) {
    return refusal(payment, refund).isEmpty() ? payment.told(refund, clock.instant()) : payment;
  }

  /** Empty when it can go back, or went back already. */
  private static Optional<Outcome> refusal(Payment payment, ProviderEvent.Refunded refund) {
    Optional<Money> before = payment.refunds().named(refund.refund());
    if (before.filter(it -> !it.equals(refund.amount())).isPresent()) {
      return Optional.of(new Outcome.NameUsed());
    }
    if (before.isEmpty() && payment.refunds().byName().size() >= Refunds.MAX) {
      return Optional.of(new Outcome.TooMany());
    }
    Money left = payment.left();
    boolean fits =
        left.currency().equals(refund.amount().currency())
            && left.minorUnits() >= refund.amount().minorUnits();
    return fits || payment.given().named(refund.refund()).isPresent()
        ? Optional.empty()
        : Optional.of(new Outcome.TooMuch(left));
  }

  /** Money of which nobody has said what it is for is a matter of admins. */
  private boolean isFor(Payment payment, Principal by) {
    Map<EventId, Event> sold = events.findAll(payment.events());
    return by.isAdmin()
        || (!payment.events().isEmpty()
            && payment.events().stream()
                .map(sold::get)
                .allMatch(event -> event != null && event.isRunBy(by)));
  }
}
