package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Payments.Changing;
import java.time.Clock;
import java.util.Optional;

/** Notes what is told of a payment, whether anybody has heard of it before or not. */
public record NotePayment(Payments payments, Clock clock) {
  private static final int MAX_TRIES = 100;

  /** The payment as it is known now, which survives the end of the process. */
  public Payment handle(ProviderEvent event) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Payment> known = payments.find(event.payment());
      Payment next =
          known
              .map(it -> it.told(event, clock.instant()))
              .orElseGet(() -> Payment.first(event, clock.instant()));
      boolean noted =
          known
              .map(it -> it.equals(next) || payments.change(it, next) == Changing.CHANGED)
              .orElseGet(() -> payments.add(next).isEmpty());
      if (noted) {
        return next;
      }
    }
    throw new StoreUnavailable("others are told of the payment all the time");
  }
}
