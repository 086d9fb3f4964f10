/**
 * What may be forgotten, kept in a Redis that all instances share: caches, remembered responses,
 * rate limits and place hints. While Redis is away, each port goes on by a port of the same kind
 * that it was given, or without. Begin at {@link dev.lastseat.redis.RedisAdapters}. Touches the
 * domain and Jackson only; jedis is in {@link dev.lastseat.redis.client}.
 */
@NullMarked
package dev.lastseat.redis;

import org.jspecify.annotations.NullMarked;
