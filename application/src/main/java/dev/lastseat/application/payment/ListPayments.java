package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;

/** Lists payments for admins: what has to go back, what nobody has said the purpose of. */
public record ListPayments(Payments payments) {
  public Page<Payment> handle(PaymentQuery query) {
    return payments.search(query);
  }
}
