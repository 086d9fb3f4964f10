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
}
