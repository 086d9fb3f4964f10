package dev.lastseat.redis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.shared.Instants;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Records of the domain as JSON, read through and deleted when they change. Whoever finds nothing
 * leaves a token in the gap, and a value only replaces what its reader has seen there, token or old
 * value: what was read before the key was deleted is never kept after it (leases: R. Nishtala et
 * al., Scaling Memcache at Facebook, 2013).
 */
final class SharedCache<V> {
  /** Values are read by their constructors: what the domain would refuse makes no sense here. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Jackson keeps buffers by thread else, and each request has a thread of its own.
                  .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                  .build())
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .addMixIn(Booking.class, StateByName.class)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(name = "pending", value = Booking.Pending.class),
    @JsonSubTypes.Type(name = "confirmed", value = Booking.Confirmed.class),
    @JsonSubTypes.Type(name = "cancelled", value = Booking.Cancelled.class),
    @JsonSubTypes.Type(name = "expired", value = Booking.Expired.class)
  })
  private interface StateByName {}

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
  private final TypeReference<Kept<V>> type;
  private final Duration ttl;

  /**
   * What is under a key.
   *
   * @param request what was asked for, which may differ from what is asked for now
   * @param readAt when the store was asked
   */
  record Kept<V>(String request, Instant readAt, V value) {}

  SharedCache(RedisContext context, TypeReference<Kept<V>> type, Duration ttl) {
    this.context = context;
    this.type = type;
    this.ttl = ttl;
  }

  /** What is kept of the same request, if it is fresh, or else what {@code read} finds. */
  Optional<V> get(String key, String request, Supplier<Optional<V>> read) {
    Command get = Command.of(GET_OR_CLAIM, List.of(key), context.token(), ttl.toMillis());
    Optional<String> seen = context.redis().ask(get, Reply::text);
    Instant now = context.clock().instant();
    Optional<V> known =
        seen.flatMap(this::parse)
            .filter(it -> it.request().equals(request) && Instants.areWithin(ttl, it.readAt(), now))
            .map(Kept::value);
    if (known.isPresent()) {
      return known;
    }
    Optional<V> found = read.get();
    if (seen.isPresent() && found.isPresent()) {
      replace(key, seen.get(), new Kept<>(request, now, found.get()));
    }
    return found;
  }

  /** Empty when it is a token, or makes no sense in any other way. */
  private Optional<Kept<V>> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, type));
    } catch (JsonProcessingException nonsense) {
      return Optional.empty();
    }
  }

  private void replace(String key, String seen, Kept<V> kept) {
    try {
      String json = JSON.writerFor(type).writeValueAsString(kept);
      context.redis().send(Command.of(REPLACE, List.of(key), seen, json, ttl.toMillis()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record can be written", impossible);
    }
  }

  /** As soon as Redis hears of it. */
  void delete(String key) {
    context.redis().deliver(Command.of(DELETE, List.of(key)));
  }
}
