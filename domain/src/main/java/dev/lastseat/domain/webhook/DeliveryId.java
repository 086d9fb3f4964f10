package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names one delivery, in the header {@code webhook-id} too: the same however often it is sent. */
public record DeliveryId(String value) {
  public DeliveryId {
    Identifiers.require("deliveryId", value);
  }

  /** Made of what it is about, so that telling one webhook the same twice makes one delivery. */
  public static DeliveryId of(WebhookId webhook, String about) {
    byte[] both = (webhook.value() + "\n" + about).getBytes(StandardCharsets.UTF_8);
    return new DeliveryId(UUID.nameUUIDFromBytes(both).toString());
  }
}
