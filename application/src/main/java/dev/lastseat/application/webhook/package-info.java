/**
 * Webhooks: {@link dev.lastseat.application.webhook.ManageWebhooks} has all that their owners do to
 * them, {@link dev.lastseat.application.webhook.TellWebhooks} makes deliveries of facts, and {@link
 * dev.lastseat.application.webhook.SendDelivery} sends them, as a job each.
 */
@NullMarked
package dev.lastseat.application.webhook;

import org.jspecify.annotations.NullMarked;
