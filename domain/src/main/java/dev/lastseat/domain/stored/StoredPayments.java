package dev.lastseat.domain.stored;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.payment.Refunds;
import dev.lastseat.domain.payment.Settlement;
import java.util.Optional;

/** Payments of what is stored of them. */
public final class StoredPayments {
  private StoredPayments() {}

  public static Payment payment(Fields payment) {
    return payment.sensible(
        "refunds",
        () ->
            new Payment(
                payment.text("id", PaymentId::parse),
                payment.optionalText("purchase", Purchase::parse),
                payment.texts("events", EventId::new),
                payment.text("state", ProviderState::of),
                payment.money("amount"),
                payment.text("refunds", Refunds::parse),
                settlement(payment),
                payment.number("version"),
                payment.time("notedAt"),
                payment.time("updatedAt")));
  }

  private static Settlement settlement(Fields payment) {
    Optional<Settlement> paid =
        payment.optionalText("pays", text -> new Settlement.Paid(Purchase.parse(text)));
    return paid.or(() -> payment.optionalText("refundDue", Settlement.RefundDue::new))
        .orElseGet(Settlement.Open::new);
  }

  /** All that may change of it. */
  public static Values changeable(Payment payment) {
    return new Values()
        .with("purchase", payment.purchase().map(Purchase::text))
        .with("events", payment.events().stream().map(EventId::value).toList())
        .with("state", payment.state().word())
        .with("amount", payment.amount().minorUnits())
        .with("currency", payment.amount().currency().getCurrencyCode())
        .with("refunds", payment.refunds().text())
        .with("pays", payment.pays().map(Purchase::text))
        .with("refundDue", payment.refundDue())
        .with("status", payment.status().word())
        .with("version", payment.version())
        .with("updatedAt", payment.updatedAt());
  }

  public static Values values(Payment payment) {
    return changeable(payment).with("id", payment.id().text()).with("notedAt", payment.notedAt());
  }
}
