/**
 * Webhooks and what was told to them. Touches their use cases only; {@link
 * dev.lastseat.http.webhook.WebhookRoutes} is where to begin.
 */
@NullMarked
package dev.lastseat.http.webhook;

import org.jspecify.annotations.NullMarked;
