package dev.lastseat.application.payment;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.booking.hold.ConfirmBooking;
import dev.lastseat.application.order.ConfirmOrder;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Settlement;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.port.store.sale.Payments.Changing;
import java.time.Clock;
import java.util.Optional;

/**
 * Brings a payment together with what it is for: what is held is sold first, and the payment says
 * so after that. What has ended meanwhile is held again, if it can be. Where nothing can be sold
 * for that money, it has to go back. What a killed process left between its writes is settled by
 * whoever does this again (docs/adr/0039).
 */
public record SettlePayment(
    Payments payments,
    Purchases purchases,
    ConfirmBooking bookings,
    ConfirmOrder orders,
    HoldAgain again,
    Clock clock) {
  /** The payment, settled by this or by somebody else, unless there is nothing to settle. */
  public Payment handle(Payment payment) {
    return OptimisticRetry.untilDecided(
        "the payment", payment, it -> payments.find(it.id()).orElseThrow(), this::attempt);
  }

  /** Empty once it was written what became of it: another look tells whether that counts. */
  private Optional<Payment> attempt(Payment now) {
    if (now.status() != PaymentStatus.CAPTURED) {
      return Optional.of(now);
    }
    Settlement how = settlement(now, now.purchase().orElseThrow());
    if (payments.change(now, now.settled(how, clock.instant())) == Changing.PAID_BY_ANOTHER) {
      how = new Settlement.RefundDue("It was paid by another payment.");
      var _ = payments.change(now, now.settled(how, clock.instant()));
    }
    return Optional.empty();
  }

  private Settlement settlement(Payment payment, Purchase purchase) {
    Optional<Bought> found = purchases.find(purchase);
    if (found.isEmpty()) {
      return new Settlement.RefundDue("There is nothing that it could be for.");
    }
    Bought bought = found.get();
    if (bought.isPartOfOrder()) {
      return new Settlement.RefundDue("The booking is part of an order.");
    }
    return settlement(payment, bought, 0);
  }

  private Settlement settlement(Payment payment, Bought bought, int round) {
    if (!bought.costs(payment.amount())) {
      return new Settlement.RefundDue("It is not what is to be paid.");
    }
    Optional<String> obstacle = sold(bought);
    if (obstacle.isEmpty()) {
      return new Settlement.Paid(bought.purchase());
    }
    Bought now = purchases.find(bought.purchase()).orElse(bought);
    if (now.has(Booking.Expired.class)) {
      return late(payment, now, round);
    }
    // It may just have been sold by another, or extended.
    boolean isAsJudged = now.standing().toList().equals(bought.standing().toList());
    return isAsJudged ? new Settlement.RefundDue(obstacle.get()) : settlement(payment, now, round);
  }

  /** What was paid too late is held again, and sold then. */
  private Settlement late(Payment payment, Bought ended, int round) {
    Optional<SaleOutcome<Bought>> held = again.handle(ended, round);
    if (held.isEmpty()) {
      return new Settlement.RefundDue("The account that it was for is gone.");
    }
    return switch (held.get()) {
      case SaleOutcome.Granted<Bought>(Bought now, _) -> settlement(payment, now, round + 1);
      case SaleOutcome.KeyReused<Bought> _ ->
          new Settlement.RefundDue("Its key was used otherwise.");
      case SaleOutcome.UnderWay<Bought> _ ->
          throw new StoreUnavailable("what is held in its place is not decided yet");
      case SaleOutcome.Refused<Bought>(_, Refusal refusal) ->
          new Settlement.RefundDue(refusal.why());
    };
  }

  /** Empty when it is sold, now or before; else why not. */
  private Optional<String> sold(Bought bought) {
    Change<?> change =
        switch (bought) {
          case Bought.OneBooking(BookingWithEvent one) -> bookings.sell(one);
          case Bought.WholeOrder(OrderWithBookings all) -> orders.sell(all);
        };
    return change instanceof Change.Denied<?> denied ? Optional.of(denied.why()) : Optional.empty();
  }
}
