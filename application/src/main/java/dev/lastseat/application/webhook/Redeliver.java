package dev.lastseat.application.webhook;

import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What was told to a webhook, for those whose it is, and once more if they want. */
public record Redeliver(ManageWebhooks webhooks, Deliveries deliveries, DeliveryQueue queue) {
  /** What became of the wish to send something. */
  public sealed interface Outcome {
    /**
     * They are on their way.
     *
     * @param deliveries how many
     */
    record Queued(int deliveries) implements Outcome {}

    /** There is no such webhook, or no such delivery to it. */
    record Unknown() implements Outcome {}

    /** The webhook is to be enabled first. */
    record Disabled() implements Outcome {}
  }

  /** Those in one state or in any, the newest first; empty when there is no such webhook. */
  public Optional<Page<Delivery>> list(
      WebhookId id, Optional<Delivery.State> state, PageRequest page, Principal viewer) {
    return webhooks.find(id, viewer).map(_ -> deliveries.list(id, state, page));
  }

  /** A delivery of nothing. */
  public Outcome test(WebhookId id, Principal principal) {
    Optional<Webhook> webhook = webhooks.find(id, principal);
    return outcome(
        webhook,
        it -> {
          Delivery _ = queue.test(it);
          return 1;
        });
  }

  public Outcome one(WebhookId id, DeliveryId delivery, Principal principal) {
    Optional<Webhook> webhook =
        webhooks
            .find(id, principal)
            .filter(
                _ -> deliveries.find(delivery).filter(it -> it.webhook().equals(id)).isPresent());
    return outcome(
        webhook,
        _ -> {
          queue.again(delivery);
          return 1;
        });
  }

  /** All that failed, of those made then or later. */
  public Outcome since(WebhookId id, Instant since, Principal principal) {
    return outcome(webhooks.find(id, principal), it -> queue.againSince(it, since));
  }

  /** {@code sending} answers how many it has sent. */
  private static Outcome outcome(Optional<Webhook> webhook, ToIntFunction<Webhook> sending) {
    if (webhook.isEmpty()) {
      return new Outcome.Unknown();
    }
    return webhook.get().isEnabled()
        ? new Outcome.Queued(sending.applyAsInt(webhook.get()))
        : new Outcome.Disabled();
  }
}
