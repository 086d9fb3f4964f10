package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles payments that were cut short by the end of a process. May run on many instances at once,
 * and beside whoever is about to settle the same payment. One that cannot be settled is tried again
 * the next time, and holds up no other.
 */
public record SettlePayments(Payments payments, SettlePayment settle) {
  /**
   * Answers how many those were; throws, after all of them were tried, what kept one from being
   * settled.
   */
  public int handle() {
    List<Payment> unsettled = Page.all(page -> payments.search(captured(page)));
    List<RuntimeException> failures = new ArrayList<>();
    for (Payment payment : unsettled) {
      try {
        settle.handle(payment);
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    return unsettled.size();
  }

  private static PaymentQuery captured(PageRequest page) {
    return new PaymentQuery(
        Optional.empty(), Optional.of(PaymentStatus.CAPTURED), Optional.empty(), page);
  }
}
