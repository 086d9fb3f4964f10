package dev.lastseat.http.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.http.json.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How webhooks and deliveries are shown. */
public final class WebhookViews {
  private WebhookViews() {}

  /** {@code secret} only where it was made just now. */
  public record WebhookView(
      String id,
      String userId,
      String url,
      List<String> kinds,
      boolean enabled,
      @Nullable String disabledReason,
      @Nullable String disabledAt,
      @Nullable String failingSince,
      String createdAt,
      @Nullable String secret) {}

  record DeliveryView(
      String id,
      String kind,
      String state,
      String createdAt,
      String body,
      List<AttemptView> attempts) {}

  /** {@code status} only where there was an answer. */
  record AttemptView(String at, long tookMillis, @Nullable Integer status, String answer) {}

  public static WebhookView listed(Webhook webhook) {
    return view(webhook, null);
  }

  static WebhookView withSecret(Webhook webhook) {
    return view(webhook, webhook.secrets().current().value());
  }

  private static WebhookView view(Webhook webhook, @Nullable String secret) {
    Optional<Instant> failingSince = Optional.empty();
    Optional<Webhook.State.Disabled> disabled = Optional.empty();
    switch (webhook.state()) {
      case Webhook.State.Enabled(Optional<Instant> since) -> failingSince = since;
      case Webhook.State.Disabled it -> disabled = Optional.of(it);
    }
    return new WebhookView(
        webhook.id().value(),
        webhook.owner().value(),
        webhook.url().value(),
        webhook.kinds().stream().map(FactKind::word).sorted().toList(),
        webhook.isEnabled(),
        disabled.map(it -> it.reason().word()).orElse(null),
        disabled.map(it -> Times.text(it.at())).orElse(null),
        failingSince.map(Times::text).orElse(null),
        Times.text(webhook.createdAt()),
        secret);
  }

  static DeliveryView delivery(Delivery delivery) {
    return new DeliveryView(
        delivery.id().value(),
        delivery.kind(),
        delivery.state().word(),
        Times.text(delivery.createdAt()),
        delivery.body(),
        delivery.attempts().stream().map(WebhookViews::attempt).toList());
  }

  private static AttemptView attempt(Delivery.Attempt attempt) {
    return new AttemptView(
        Times.text(attempt.at()),
        attempt.took().toMillis(),
        attempt.status().isPresent() ? attempt.status().getAsInt() : null,
        attempt.answer());
  }
}
