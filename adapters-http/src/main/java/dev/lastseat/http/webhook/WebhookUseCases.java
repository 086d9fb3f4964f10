package dev.lastseat.http.webhook;

import dev.lastseat.application.webhook.ManageWebhooks;
import dev.lastseat.application.webhook.Redeliver;

/** What can be done with webhooks. */
public record WebhookUseCases(ManageWebhooks manage, Redeliver redeliver) {}
