package dev.lastseat.domain.port.store.work;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was told to webhooks, or is going to be. */
public interface Deliveries {
  /** Adds each of the deliveries, unless one of its id is known; in one write. */
  void addAll(List<Delivery> deliveries);

  Optional<Delivery> find(DeliveryId id);

  /** Those to a webhook, in one state or in any, the newest first. */
  Page<Delivery> list(WebhookId webhook, Optional<Delivery.State> state, PageRequest page);

  /** The first of those to a webhook that failed and were made then or later; the oldest first. */
  List<Delivery> failed(WebhookId webhook, Instant since, int most);

  /** Notes an attempt and what became of the delivery, unless that is gone; in one atomic step. */
  void tried(DeliveryId id, Delivery.Attempt attempt, Delivery.State now);

  /** The delivery is in another state, unless it is gone; in one atomic step. */
  void put(DeliveryId id, Delivery.State now);

  /** Forgets those that were made before {@code before}. */
  void forget(Instant before);

  /** Forgets all to a webhook. */
  void removeAll(WebhookId webhook);
}
