package dev.lastseat.http.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.State.Disabled;
import dev.lastseat.domain.webhook.Webhook.State.Enabled;
import dev.lastseat.http.json.View;
import java.util.Optional;

/** How webhooks and deliveries are shown. */
public final class WebhookViews {
  public static final View<Webhook> WEBHOOK =
      new View<Webhook>()
          .field("id", webhook -> webhook.id().value())
          .field("userId", webhook -> webhook.owner().value())
          .field("url", webhook -> webhook.url().value())
          .field("kinds", webhook -> webhook.kinds().stream().map(FactKind::word).sorted().toList())
          .field("enabled", Webhook::isEnabled)
          .field("disabledReason", webhook -> disabled(webhook).map(Disabled::reason))
          .field("disabledAt", webhook -> disabled(webhook).map(Disabled::at))
          .field(
              "failingSince",
              webhook -> webhook.state() instanceof Enabled(var since) ? since : null)
          .field("createdAt", Webhook::createdAt);

  /** Where it was made just now. */
  static final View<Webhook> WITH_SECRET =
      WEBHOOK.field("secret", webhook -> webhook.secrets().current().value());

  private static final View<Delivery.Attempt> ATTEMPT =
      new View<Delivery.Attempt>()
          .field("at", Delivery.Attempt::at)
          .field("tookMillis", attempt -> attempt.took().toMillis())
          .field(
              "status",
              attempt -> attempt.status().isPresent() ? attempt.status().getAsInt() : null)
          .field("answer", Delivery.Attempt::answer);

  static final View<Delivery> DELIVERY =
      new View<Delivery>()
          .field("id", delivery -> delivery.id().value())
          .field("kind", Delivery::kind)
          .field("state", Delivery::state)
          .field("createdAt", Delivery::createdAt)
          .field("body", Delivery::body)
          .field("attempts", delivery -> ATTEMPT.each(delivery.attempts()));

  private WebhookViews() {}

  private static Optional<Disabled> disabled(Webhook webhook) {
    return webhook.state() instanceof Disabled it ? Optional.of(it) : Optional.empty();
  }
}
