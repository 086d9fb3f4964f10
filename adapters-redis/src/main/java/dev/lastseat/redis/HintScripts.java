package dev.lastseat.redis;

/**
 * What Redis does with the hints of one event. KEYS[1] is a hash: {@code cursor}, the next place
 * that was never suggested; {@code releases}, how often places were released; {@code sold:total},
 * {@code sold:left} and {@code sold:until}, what the last search in vain found. KEYS[2] is the
 * sorted set of the places released. ARGV[1] is how long both are kept, in milliseconds.
 */
final class HintScripts {
  /**
   * ARGV: total tickets, quantity wanted in all, how many of them are needed from here, how many
   * more are welcome, now, until when a search that ended now elsewhere may be believed: one that
   * is believed for longer was dated by a clock that has been put back.
   */
  static final String SUGGEST =
      """
      local total, quantity = tonumber(ARGV[2]), tonumber(ARGV[3])
      local needed, welcome = tonumber(ARGV[4]), tonumber(ARGV[5])
      local known = redis.call('HMGET', KEYS[1],
          'cursor', 'sold:total', 'sold:left', 'sold:until')
      local cursor, sold = tonumber(known[1]), tonumber(known[4])
      if sold and tonumber(ARGV[6]) < sold and sold <= tonumber(ARGV[7])
          and total == tonumber(known[2]) and quantity > tonumber(known[3]) then
        return {'sold out', known[4], known[3]}
      end
      if not cursor then return {'unseeded'} end

      local found = {'found'}
      local ahead = math.max(0, math.min(total - cursor + 1, needed + welcome))
      local behind = {}
      if ahead < needed + welcome then
        behind = redis.call('ZRANGEBYSCORE', KEYS[2], 1, total,
            'LIMIT', 0, needed + welcome - ahead)
      end
      if ahead + #behind < needed then return {'exhausted'} end
      for place = cursor, cursor + ahead - 1 do found[#found + 1] = place end
      for _, place in ipairs(behind) do found[#found + 1] = tonumber(place) end
      if ahead > 0 then redis.call('HINCRBY', KEYS[1], 'cursor', ahead) end
      if #behind > 0 then redis.call('ZREM', KEYS[2], unpack(behind)) end
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return found
      """;

  /** ARGV: highest place taken. */
  static final String SEED =
      """
      local first = tonumber(ARGV[2]) + 1
      if not tonumber(redis.call('HGET', KEYS[1], 'cursor')) then
        redis.call('HSET', KEYS[1], 'cursor', first)
        redis.call('ZREMRANGEBYSCORE', KEYS[2], first, '+inf')
        redis.call('PEXPIRE', KEYS[1], ARGV[1])
      end
      return 0
      """;

  /** ARGV: places. Those ahead of the cursor will be suggested anyway, once. */
  static final String RELEASE =
      """
      local cursor = tonumber(redis.call('HGET', KEYS[1], 'cursor')) or math.huge
      for i = 2, #ARGV do
        if tonumber(ARGV[i]) < cursor then redis.call('ZADD', KEYS[2], ARGV[i], ARGV[i]) end
      end
      redis.call('HDEL', KEYS[1], 'sold:total', 'sold:left', 'sold:until')
      redis.call('HINCRBY', KEYS[1], 'releases', 1)
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      redis.call('PEXPIRE', KEYS[2], ARGV[1])
      return 0
      """;

  /** ARGV: total tickets, places. */
  static final String REFILL =
      """
      local cursor = tonumber(redis.call('HGET', KEYS[1], 'cursor')) or 0
      redis.call('HSET', KEYS[1], 'cursor', math.max(cursor, tonumber(ARGV[2]) + 1))
      for i = 3, #ARGV do redis.call('ZADD', KEYS[2], ARGV[i], ARGV[i]) end
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      redis.call('PEXPIRE', KEYS[2], ARGV[1])
      return 0
      """;

  /** Answers the releases so far. */
  static final String RELEASES = "return redis.call('HGET', KEYS[1], 'releases') or '0'";

  /** ARGV: the releases before the search, total tickets, left, until when. */
  static final String MARK_SOLD_OUT =
      """
      if (redis.call('HGET', KEYS[1], 'releases') or '0') == ARGV[2] then
        redis.call('HSET', KEYS[1],
            'sold:total', ARGV[3], 'sold:left', ARGV[4], 'sold:until', ARGV[5])
        redis.call('PEXPIRE', KEYS[1], ARGV[1])
      end
      return 0
      """;

  static final String FORGET = "return redis.call('UNLINK', KEYS[1], KEYS[2])";

  private HintScripts() {}
}
