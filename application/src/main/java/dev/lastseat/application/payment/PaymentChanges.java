package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Payments.Changing;
import java.util.Optional;
import java.util.function.Function;

/** Changes a payment as others have left it: whoever was overtaken looks at it anew. */
record PaymentChanges(Payments payments) {
  /**
   * The payment as {@code next} makes it, which survives the end of the process.
   *
   * @param next makes its next version of what is known, if anything; or leaves that as it is
   */
  Payment change(PaymentId id, Function<Optional<Payment>, Payment> next) {
    return OptimisticRetry.untilDecided(
        "the payment",
        () -> {
          Optional<Payment> known = payments.find(id);
          Payment to = next.apply(known);
          boolean done =
              known
                  .map(it -> it.equals(to) || payments.change(it, to) == Changing.CHANGED)
                  .orElseGet(() -> payments.add(to).isEmpty());
          return done ? Optional.of(to) : Optional.empty();
        });
  }
}
