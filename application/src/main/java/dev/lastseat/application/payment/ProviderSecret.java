package dev.lastseat.application.payment;

import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.webhook.WebhookSecret;

/** What one provider signs its events with; it has two while one takes the place of the other. */
public record ProviderSecret(String provider, WebhookSecret secret) {
  public ProviderSecret {
    PaymentId.requireProvider(provider);
  }

  /** Such as {@code stripe=whsec_…}. */
  public static ProviderSecret parse(String text) {
    String[] parts = text.split("=", 2);
    return new ProviderSecret(parts[0], new WebhookSecret(parts[parts.length - 1]));
  }
}
