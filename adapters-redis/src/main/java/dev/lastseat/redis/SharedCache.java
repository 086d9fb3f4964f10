package dev.lastseat.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.DeferredCommand;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values as JSON, read through and deleted when they change. Whoever finds nothing leaves a token
 * in the gap, and a value only replaces what its reader has seen there, token or old value: what
 * was read before the key was deleted is never kept after it (leases: R. Nishtala et al., Scaling
 * Memcache at Facebook, 2013).
 *
 * @param <V> a record that Jackson can write and read
 */
final class SharedCache<V> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** ARGV: a token, how long it is kept. */
  private static final String GET_OR_CLAIM =
      """
      local kept = redis.call('GET', KEYS[1])
      if kept then return kept end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return ARGV[1]
      """;

  /** ARGV: what was seen, the new value, how long it is kept. */
  private static final String REPLACE =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      end
      return 0
      """;

  private static final String DELETE = "return redis.call('DEL', KEYS[1])";

  private final RedisContext context;
  private final Class<V> type;
  private final Duration ttl;

  SharedCache(RedisContext context, Class<V> type, Duration ttl) {
    this.context = context;
    this.type = type;
    this.ttl = ttl;
  }

  /** What is kept, or a token where nothing was; empty when Redis does not answer properly. */
  Optional<String> find(String key) {
    context.queue().awaitPending(List.of(key));
    Command get = Command.of(GET_OR_CLAIM, List.of(key), context.token(), ttl.toMillis());
    return context.redis().ask(get, Reply::text);
  }

  /** What a text says; empty when it is a token, or makes no sense in any other way. */
  <T> Optional<T> parse(String text, Function<V, Optional<T>> reading) {
    try {
      return reading.apply(JSON.readValue(text, type));
    } catch (JsonProcessingException | RuntimeException nonsense) {
      return Optional.empty();
    }
  }

  /** Keeps the value, unless what was seen is not there any more. */
  void replace(String key, String seen, V value) {
    Command replace = Command.of(REPLACE, List.of(key), seen, write(value), ttl.toMillis());
    context.queue().flushSoon(DeferredCommand.droppable(replace));
  }

  /** Sent again until Redis has heard it. */
  static DeferredCommand deletion(String key) {
    return DeferredCommand.mustDeliver(Command.of(DELETE, List.of(key)));
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record can be written", impossible);
    }
  }
}
