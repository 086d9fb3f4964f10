package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.Identifiers;

/** Names one webhook. */
public record WebhookId(String value) {
  public WebhookId {
    Identifiers.require("webhookId", value);
  }
}
