package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Ticket counts that all instances share: one of them recounts. Where nothing is known meanwhile
 * the others wait for it, and when that takes too long, each counts once for itself as if Redis
 * were away. What is adjusted while Redis is away is missing from its counts when it is back, until
 * they are recounted.
 *
 * <p>The counts of an event are a hash: {@code confirmed} and {@code held}; {@code as-of}, when
 * they were counted; {@code counting}, until when somebody counts them.
 */
record RedisAvailability(RedisContext context, Duration ttl, AvailabilityCache fallback)
    implements AvailabilityCache {
  /** A count that takes longer was given up, for MongoDB gives an operation up after 2.5 s. */
  static final Duration COUNTING = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final long MAX_LOOKS = RedisContext.WAIT_FOR_OTHERS.dividedBy(PAUSE) / 2;

  /**
   * ARGV: now, lifetime of a count, until when a count that would begin now lasts, how long the
   * hash is kept. Answers the counts and their time, if they may be shown; {@code count} to the one
   * who is to count them, {@code wait} to the others.
   */
  private static final String LOOK =
      """
      local now, ttl = tonumber(ARGV[1]), tonumber(ARGV[2])
      local known = redis.call('HMGET', KEYS[1], 'confirmed', 'held', 'as-of', 'counting')
      local counts = {known[1], known[2], known[3]}
      local age = known[3] and now - tonumber(known[3]) or math.huge
      if age < ttl then return counts end
      if known[4] and now < tonumber(known[4]) then
        return age < 2 * ttl and counts or 'wait'
      end
      redis.call('HSET', KEYS[1], 'counting', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[4])
      return 'count'
      """;

  /**
   * ARGV: confirmed, held, as of, how long the hash is kept. What was counted earlier than what is
   * known is not kept.
   */
  private static final String KEEP =
      """
      redis.call('HDEL', KEYS[1], 'counting')
      if tonumber(redis.call('HGET', KEYS[1], 'as-of') or 0) < tonumber(ARGV[3]) then
        redis.call('HSET', KEYS[1], 'confirmed', ARGV[1], 'held', ARGV[2], 'as-of', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
      end
      return 0
      """;

  /** The next one who asks counts. */
  private static final String GIVE_UP = "return redis.call('HDEL', KEYS[1], 'counting')";

  /**
   * ARGV: what to add to confirmed and held. What was counted too early for a cancellation must not
   * fall below nothing.
   */
  private static final String ADJUST =
      """
      for i, field in ipairs({'confirmed', 'held'}) do
        local count = redis.call('HGET', KEYS[1], field)
        if count then
          redis.call('HSET', KEYS[1], field, math.max(0, tonumber(count) + tonumber(ARGV[i])))
        end
      end
      return 0
      """;

  @Override
  public Map<EventId, Counted> get(
      Collection<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    Map<EventId, Counted> answers = new HashMap<>();
    List<EventId> missing = List.copyOf(Set.copyOf(events));
    for (long looks = 0; looks < MAX_LOOKS && !missing.isEmpty(); looks++) {
      if (looks > 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      List<Reply> replies = look(missing);
      List<EventId> mine = new ArrayList<>();
      List<EventId> awaited = new ArrayList<>();
      for (int i = 0; i < replies.size(); i++) {
        EventId event = missing.get(i);
        Reply reply = replies.get(i);
        if (reply.says("count")) {
          mine.add(event);
        } else if (reply.says("wait")) {
          awaited.add(event);
        } else {
          reply.read(RedisAvailability::counted).ifPresent(it -> answers.put(event, it));
        }
      }
      answers.putAll(count(mine, recount));
      missing = awaited;
    }
    List<EventId> left = events.stream().filter(event -> !answers.containsKey(event)).toList();
    answers.putAll(left.isEmpty() ? Map.of() : fallback.get(left, recount));
    return answers;
  }

  /** In the order of the events; none when Redis is away. */
  private List<Reply> look(List<EventId> events) {
    long now = context.clock().millis();
    long end = now + COUNTING.toMillis();
    return context
        .redis()
        .ask(
            events.stream()
                .map(event -> of(event, LOOK, now, ttl.toMillis(), end, kept()))
                .toList())
        .orElse(List.of());
  }

  private static Counted counted(Reply reply) {
    List<Reply> parts = reply.list();
    TicketCounts counts = new TicketCounts(parts.get(0).integer(), parts.get(1).integer());
    return new Counted(counts, Instant.ofEpochMilli(parts.get(2).number()));
  }

  /** All of them in one look at the store. */
  private Map<EventId, Counted> count(
      List<EventId> events, Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    if (events.isEmpty()) {
      return Map.of();
    }
    long now = context.clock().millis();
    Map<EventId, Counted> counted = new HashMap<>();
    try {
      Map<EventId, TicketCounts> found = recount.apply(events);
      for (EventId event : events) {
        TicketCounts counts = found.getOrDefault(event, TicketCounts.NONE);
        counted.put(event, new Counted(counts, Instant.ofEpochMilli(now)));
        context.redis().send(of(event, KEEP, counts.confirmed(), counts.held(), now, kept()));
      }
      return counted;
    } catch (RuntimeException failed) {
      events.forEach(event -> context.redis().send(of(event, GIVE_UP)));
      throw failed;
    }
  }

  private long kept() {
    return RedisContext.kept(ttl.multipliedBy(2));
  }

  @Override
  public void adjust(EventId event, TicketCounts change) {
    if (context.redis().isAway()) {
      fallback.adjust(event, change);
    } else {
      context.redis().send(of(event, ADJUST, change.confirmed(), change.held()));
    }
  }

  private Command of(EventId event, String script, Object... arguments) {
    return Command.of(script, List.of(context.keys().counts(event)), arguments);
  }
}
