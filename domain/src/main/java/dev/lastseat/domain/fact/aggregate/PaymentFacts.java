package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Settlement;
import java.util.SortedMap;

/** Payments as facts tell them. The version of a payment is that of its latest fact. */
public final class PaymentFacts {
  private PaymentFacts() {}

  /** A payment that nobody has heard of before. */
  public static Change noted(Payment payment) {
    return Change.of(
        StreamId.of(payment.id()),
        payment.refunds().byName().isEmpty() ? kind(payment.state()) : FactKind.PAYMENT_REFUNDED,
        payment.notedAt(),
        fields(payment));
  }

  /** A payment taken from one version to the next. */
  public static Change changed(Payment from, Payment to) {
    return Change.between(
        StreamId.of(to.id()), kind(from, to), to.updatedAt(), fields(from), fields(to));
  }

  private static FactKind kind(Payment from, Payment to) {
    if (to.refunds().byName().size() > from.refunds().byName().size()) {
      return FactKind.PAYMENT_REFUNDED;
    }
    if (!to.settlement().equals(from.settlement())) {
      return to.settlement() instanceof Settlement.RefundDue
          ? FactKind.PAYMENT_REFUND_DUE
          : FactKind.PAYMENT_PAID;
    }
    return to.state() == from.state() ? FactKind.PAYMENT_MATCHED : kind(to.state());
  }

  private static FactKind kind(ProviderState state) {
    return switch (state) {
      case ANNOUNCED -> FactKind.PAYMENT_ANNOUNCED;
      case AUTHORISED -> FactKind.PAYMENT_AUTHORISED;
      case FAILED -> FactKind.PAYMENT_FAILED;
      case CANCELLED -> FactKind.PAYMENT_CANCELLED;
      case CAPTURED -> FactKind.PAYMENT_CAPTURED;
    };
  }

  /** All that there is to know of a payment. */
  public static SortedMap<String, String> fields(Payment payment) {
    return new FactFields()
        .with("purchase", payment.purchase().map(Purchase::text))
        .with("events", payment.events().stream().map(EventId::value).toList())
        .with("state", payment.state())
        .money("amount", payment.amount())
        .with("refunds", payment.refunds().text())
        .with("pays", payment.pays().map(Purchase::text))
        .with("refundDue", payment.refundDue())
        .with("notedAt", payment.notedAt())
        .with("updatedAt", payment.updatedAt())
        .texts();
  }
}
