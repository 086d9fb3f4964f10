package dev.lastseat.application.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;

/**
 * Lists payments: to admins all, to organisers those by which an event of theirs is sold. Money of
 * which nobody has said what it is for is a matter of admins.
 */
public record ListPayments(Payments payments, Events events) {
  /** Empty when others run the event, or none is named. */
  public Optional<Page<Payment>> handle(PaymentQuery query, Principal by) {
    return by.isAdmin() || query.event().filter(it -> isRunBy(it, by)).isPresent()
        ? Optional.of(payments.search(query))
        : Optional.empty();
  }

  /** Deleted ones too: their money may have to go back still. */
  private boolean isRunBy(EventId id, Principal by) {
    return events.findAll(List.of(id)).values().stream().anyMatch(it -> it.isRunBy(by));
  }
}
