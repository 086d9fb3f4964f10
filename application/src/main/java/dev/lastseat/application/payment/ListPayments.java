package dev.lastseat.application.payment;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import java.util.List;

/**
 * Lists payments: to admins all, to organisers those by which an event of theirs is sold. Money of
 * which nobody has said what it is for is a matter of admins.
 */
public record ListPayments(Payments payments, Events events) {
  /** What became of the wish. */
  public sealed interface Outcome {
    record Listed(Page<Payment> page) implements Outcome {}

    /** Others run the event, or none is named. */
    record Forbidden() implements Outcome {}
  }

  public Outcome handle(PaymentQuery query, Principal by) {
    return by.isAdmin() || query.event().filter(it -> isRunBy(it, by)).isPresent()
        ? new Outcome.Listed(payments.search(query))
        : new Outcome.Forbidden();
  }

  /** Deleted ones too: their money may have to go back still. */
  private boolean isRunBy(EventId id, Principal by) {
    return events.findAll(List.of(id)).values().stream().anyMatch(it -> it.isRunBy(by));
  }
}
