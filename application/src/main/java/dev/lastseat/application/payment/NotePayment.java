package dev.lastseat.application.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.port.store.sale.Payments;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Notes what is told of a payment, whether anybody has heard of it before or not; with what it is
 * for, the events that are sold with it.
 */
public record NotePayment(Payments payments, Purchases purchases, Clock clock) {
  /** The payment as it is known now, which survives the end of the process. */
  public Payment handle(ProviderEvent event) {
    return new PaymentChanges(payments).change(event.payment(), known -> next(known, event));
  }

  private Payment next(Optional<Payment> known, ProviderEvent event) {
    Payment next =
        known
            .map(it -> it.told(event, clock.instant()))
            .orElseGet(() -> Payment.first(event, clock.instant()));
    boolean isMatchedNow = known.flatMap(Payment::purchase).isEmpty();
    return isMatchedNow ? next.about(sold(next)) : next;
  }

  private List<EventId> sold(Payment payment) {
    return payment.purchase().flatMap(purchases::find).map(Bought::events).orElseGet(List::of);
  }
}
