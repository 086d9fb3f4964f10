package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import java.util.Optional;

/**
 * All payments. Implementations decide every race: a reference is used once for ever, a booking or
 * an order is paid by one payment, and of changes at once each sees what the one before it has
 * left.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time. Instants
 * are kept to the millisecond.
 */
public interface Payments {
  /**
   * Adds a payment, unless there is one of that id.
   *
   * @return the one that was there before; empty when it was added, which then survives the end of
   *     the process
   */
  Optional<Payment> add(Payment payment);

  /** Replaces {@code from} by {@code to}, its next version, in one atomic step. */
  Changing change(Payment from, Payment to);

  Optional<Payment> find(PaymentId id);

  Page<Payment> search(PaymentQuery query);

  /** What became of a change. */
  enum Changing {
    CHANGED,
    /** Somebody else has changed it before. */
    STALE,
    /** What it shall pay is paid by another payment. */
    PAID_BY_ANOTHER
  }
}
