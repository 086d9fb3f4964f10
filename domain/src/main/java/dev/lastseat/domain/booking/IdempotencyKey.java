package dev.lastseat.domain.booking;

import java.util.UUID;

/**
 * The client's name for one request; of the requests that a user sends under it, one takes effect.
 */
public record IdempotencyKey(UUID value) {}
