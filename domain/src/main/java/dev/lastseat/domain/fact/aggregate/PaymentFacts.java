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
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    SortedMap<String, String> fields = new TreeMap<>();
    payment.purchase().map(Purchase::text).ifPresent(what -> fields.put("purchase", what));
    if (!payment.events().isEmpty()) {
      fields.put(
          "events", payment.events().stream().map(EventId::value).collect(Collectors.joining(",")));
    }
    fields.put("state", payment.state().word());
    fields.put("amount", payment.amount().major().toPlainString());
    fields.put("currency", payment.amount().currency().getCurrencyCode());
    if (!payment.refunds().byName().isEmpty()) {
      fields.put("refunds", payment.refunds().text());
    }
    switch (payment.settlement()) {
      case Settlement.Open _ -> {}
      case Settlement.Paid(Purchase bought) -> fields.put("pays", bought.text());
      case Settlement.RefundDue(String why) -> fields.put("refundDue", why);
    }
    fields.put("notedAt", payment.notedAt().toString());
    fields.put("updatedAt", payment.updatedAt().toString());
    return fields;
  }
}
