/**
 * The way to Redis: one pipeline at a time over one connection, behind a breaker. Begin at {@link
 * dev.lastseat.redis.client.Redis}. Nothing of jedis leaves this room.
 */
@NullMarked
package dev.lastseat.redis.client;

import org.jspecify.annotations.NullMarked;
