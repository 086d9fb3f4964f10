/**
 * Brings messages to the endpoints of others, by Standard Webhooks 1.0. Begin with {@link
 * dev.lastseat.webhooks.HttpCourier}; {@link dev.lastseat.webhooks.PublicAddresses} says whom it
 * connects to.
 */
@NullMarked
package dev.lastseat.webhooks;

import org.jspecify.annotations.NullMarked;
