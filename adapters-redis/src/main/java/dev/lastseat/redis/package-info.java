/**
 * What may be forgotten, kept in a Redis that all instances share: caches, remembered responses,
 * rate limits and place hints. While Redis is away, each port goes on by a port of the same kind
 * that it was given. {@link dev.lastseat.redis.RedisAdapters} is the way in. Touches the domain and
 * jedis only.
 */
@NullMarked
package dev.lastseat.redis;

import org.jspecify.annotations.NullMarked;
