package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.shared.ClockSkew;
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
import java.util.stream.Stream;

/**
 * Ticket counts that all instances share: one of them recounts. Where nothing is known meanwhile
 * the others wait for it, and when that takes too long, each counts once for itself as if Redis
 * were away. What is adjusted while Redis is away is missing from its counts when it is back, until
 * they are recounted.
 *
 * <p>The counts of an event are a hash: {@code confirmed} and {@code held}; {@code of:} and the
 * name of a contingent, how many of both are of that; {@code as-of}, when they were counted; {@code
 * counting}, until when somebody counts them.
 */
record RedisAvailability(RedisContext context, Duration ttl, AvailabilityCache fallback)
    implements AvailabilityCache {
  /** A count that takes longer was given up, for MongoDB gives an operation up after 2.5 s. */
  static final Duration COUNTING = Duration.ofSeconds(3);

  private static final long SKEW = ClockSkew.MAX.toMillis();
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final long MAX_LOOKS = RedisContext.WAIT_FOR_OTHERS.dividedBy(PAUSE) / 2;

  /**
   * ARGV: now, lifetime of a count, until when a count that would begin now lasts, how long the
   * hash is kept, by how much clocks differ. Answers the counts and their time, if they may be
   * shown; {@code count} to the one who is to count them, {@code wait} to the others. What is
   * further from the future than clocks differ is old: the clock was put back.
   */
  private static final String LOOK =
      """
      local now, ttl, skew = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[5])
      local known, all = {}, redis.call('HGETALL', KEYS[1])
      for i = 1, #all, 2 do known[all[i]] = all[i + 1] end
      local counts = {known['confirmed'], known['held'], known['as-of']}
      for field, count in pairs(known) do
        if string.sub(field, 1, 3) == 'of:' then
          counts[#counts + 1] = string.sub(field, 4)
          counts[#counts + 1] = count
        end
      end
      local age = known['as-of'] and now - tonumber(known['as-of']) or math.huge
      if age < -skew then age = math.huge end
      if age < ttl then return counts end
      local counting = tonumber(known['counting'] or 0)
      if now < counting and counting <= tonumber(ARGV[3]) + skew then
        return age < 2 * ttl and counts or 'wait'
      end
      redis.call('HSET', KEYS[1], 'counting', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[4])
      return 'count'
      """;

  /**
   * ARGV: confirmed, held, as of, how long the hash is kept, the latest that is not from the
   * future, and the name and the count of each contingent. What was counted earlier than what is
   * known is not kept, unless that is from the future.
   */
  private static final String KEEP =
      """
      redis.call('HDEL', KEYS[1], 'counting')
      local known = tonumber(redis.call('HGET', KEYS[1], 'as-of') or 0)
      if known < tonumber(ARGV[3]) or known > tonumber(ARGV[5]) then
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'confirmed', ARGV[1], 'held', ARGV[2], 'as-of', ARGV[3])
        for i = 6, #ARGV, 2 do redis.call('HSET', KEYS[1], 'of:' .. ARGV[i], ARGV[i + 1]) end
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
      end
      return 0
      """;

  /** The next one who asks counts. */
  private static final String GIVE_UP = "return redis.call('HDEL', KEYS[1], 'counting')";

  /**
   * ARGV: what to add to confirmed and held, and the name of each contingent with what to add. What
   * was counted too early for a cancellation must not fall below nothing.
   */
  private static final String ADJUST =
      """
      if redis.call('HEXISTS', KEYS[1], 'confirmed') == 0 then return 0 end
      local function add(field, more)
        local count = tonumber(redis.call('HGET', KEYS[1], field) or 0)
        redis.call('HSET', KEYS[1], field, math.max(0, count + tonumber(more)))
      end
      add('confirmed', ARGV[1])
      add('held', ARGV[2])
      for i = 3, #ARGV, 2 do add('of:' .. ARGV[i], ARGV[i + 1]) end
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
                .map(event -> of(event, LOOK, now, ttl.toMillis(), end, kept(), SKEW))
                .toList())
        .orElse(List.of());
  }

  private static Counted counted(Reply reply) {
    List<Reply> parts = reply.list();
    Map<String, Integer> contingents = new HashMap<>();
    for (int i = 3; i < parts.size(); i += 2) {
      contingents.put(parts.get(i).text(), parts.get(i + 1).integer());
    }
    TicketCounts counts =
        new TicketCounts(parts.get(0).integer(), parts.get(1).integer(), contingents);
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
        context.redis().send(keep(counts, event, now));
      }
      return counted;
    } catch (RuntimeException failed) {
      events.forEach(event -> context.redis().send(of(event, GIVE_UP)));
      throw failed;
    }
  }

  private Command keep(TicketCounts counts, EventId event, long asOf) {
    long latest = asOf + SKEW;
    return with(counts, event, KEEP, counts.confirmed(), counts.held(), asOf, kept(), latest);
  }

  private long kept() {
    return RedisContext.kept(ttl.multipliedBy(2));
  }

  @Override
  public void adjust(EventId event, TicketCounts change) {
    if (context.redis().isAway()) {
      fallback.adjust(event, change);
    } else {
      context.redis().send(with(change, event, ADJUST, change.confirmed(), change.held()));
    }
  }

  /** The names and the counts of contingents come last. */
  private Command with(TicketCounts counts, EventId event, String script, Object... arguments) {
    Stream<Object> contingents =
        counts.contingents().entrySet().stream()
            .flatMap(it -> Stream.of(it.getKey(), it.getValue()));
    return of(event, script, Stream.concat(Stream.of(arguments), contingents).toArray());
  }

  private Command of(EventId event, String script, Object... arguments) {
    return Command.of(script, List.of(context.keys().counts(event)), arguments);
  }
}
