package dev.lastseat.domain.stored;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.Attempt;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import dev.lastseat.domain.webhook.Webhook.Secrets;
import dev.lastseat.domain.webhook.Webhook.State;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Webhooks and deliveries of what is stored of them. */
public final class StoredWebhooks {
  private StoredWebhooks() {}

  public static Webhook webhook(Fields webhook) {
    return webhook.sensible(
        "kinds",
        () ->
            new Webhook(
                webhook.text("id", WebhookId::new),
                webhook.text("userId", UserId::new),
                webhook.text("url", WebhookUrl::new),
                Set.copyOf(webhook.texts("kinds", Webhook::kind)),
                secrets(webhook),
                state(webhook),
                webhook.time("createdAt")));
  }

  private static Secrets secrets(Fields webhook) {
    return new Secrets(
        webhook.text("secret", WebhookSecret::new),
        webhook.optionalText(
            "replacedSecret",
            it -> new Secrets.Replaced(new WebhookSecret(it), webhook.time("replacedUntil"))));
  }

  private static State state(Fields webhook) {
    return webhook.optionalText("disabled").isPresent()
        ? new State.Disabled(webhook.word("disabled", Reason.class), webhook.time("disabledAt"))
        : new State.Enabled(webhook.optionalTime("failingSince"));
  }

  public static Delivery delivery(Fields delivery, WebhookId webhook, List<Attempt> attempts) {
    return new Delivery(
        delivery.text("id", DeliveryId::new),
        webhook,
        delivery.text("kind"),
        delivery.text("body"),
        delivery.time("createdAt"),
        delivery.word("state", Delivery.State.class),
        attempts);
  }

  public static Values values(Webhook webhook) {
    Optional<Secrets.Replaced> replaced = webhook.secrets().replaced();
    Values values =
        new Values()
            .with("id", webhook.id().value())
            .with("userId", webhook.owner().value())
            .with("url", webhook.url().value())
            .with("kinds", webhook.kinds().stream().map(FactKind::word).sorted().toList())
            .with("secret", webhook.secrets().current().value())
            .with("replacedSecret", replaced.map(it -> it.secret().value()))
            .with("replacedUntil", replaced.map(Secrets.Replaced::until))
            .with("createdAt", webhook.createdAt());
    return switch (webhook.state()) {
      case State.Enabled(Optional<Instant> since) -> values.with("failingSince", since);
      case State.Disabled(Reason reason, Instant at) ->
          values.with("disabled", reason.word()).with("disabledAt", at);
    };
  }
}
