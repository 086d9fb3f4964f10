/**
 * The way to Redis: pooled connections behind a breaker, and a queue of what nobody waits for.
 * Begin at {@link dev.lastseat.redis.client.Redis}. Nothing of jedis leaves this room.
 */
@NullMarked
package dev.lastseat.redis.client;

import org.jspecify.annotations.NullMarked;
