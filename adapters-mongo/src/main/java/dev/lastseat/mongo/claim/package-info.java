/**
 * What the live bookings of an event claim: its places, and the allowances of its buyers. {@link
 * dev.lastseat.mongo.claim.Claims} is where to begin. Reads and moves claims, and knows nothing
 * else of a booking or an event.
 */
@NullMarked
package dev.lastseat.mongo.claim;

import org.jspecify.annotations.NullMarked;
