package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.util.Optional;

/** What a provider, or whoever asked it, tells of a payment: in any order, and more than once. */
public sealed interface ProviderEvent {
  PaymentId payment();

  Money amount();

  /**
   * The payment got so far.
   *
   * @param amount of the whole payment
   * @param purchase what it is for, if that is told
   */
  record Moved(PaymentId payment, ProviderState to, Money amount, Optional<Purchase> purchase)
      implements ProviderEvent {}

  /**
   * Some of it went back, or all.
   *
   * @param refund what the provider calls the refund
   * @param amount what went back this time
   */
  record Refunded(PaymentId payment, String refund, Money amount) implements ProviderEvent {
    public Refunded {
      PaymentId.requireReference("refund", refund);
      if (amount.minorUnits() == 0) {
        throw new InvalidValue("amount", amount, "must be more than 0");
      }
    }
  }
}
