/**
 * Webhooks: endpoints of other programs, which are told what happened. Begin with {@link
 * dev.lastseat.domain.webhook.Webhook}; what brings messages there is {@link
 * dev.lastseat.domain.port.Courier}.
 */
@NullMarked
package dev.lastseat.domain.webhook;

import org.jspecify.annotations.NullMarked;
