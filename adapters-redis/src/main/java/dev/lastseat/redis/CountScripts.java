package dev.lastseat.redis;

/**
 * What is done to the ticket counts of one event. KEYS[1] is a hash: {@code confirmed} and {@code
 * held}; {@code as-of}, when they were counted; {@code counting}, the token of whoever counts them
 * now, and {@code counting:until}, when he is given up.
 */
final class CountScripts {
  /**
   * ARGV: now, lifetime of a count, token and end of a count that would begin now, how long the
   * hash is kept. Answers the counts that may be shown, if any, and who is to count: {@code me},
   * {@code another} or {@code nobody}.
   */
  static final Script ASK =
      Script.of(
          """
          local now, ttl = tonumber(ARGV[1]), tonumber(ARGV[2])
          local known = redis.call('HMGET', KEYS[1],
              'confirmed', 'held', 'as-of', 'counting:until')
          local age = known[3] and now - tonumber(known[3]) or math.huge
          if age < ttl then return {'nobody', known[1], known[2], known[3]} end
          if known[4] and now < tonumber(known[4]) then
            if age < 2 * ttl then return {'another', known[1], known[2], known[3]} end
            return {'another'}
          end
          redis.call('HSET', KEYS[1], 'counting', ARGV[3], 'counting:until', ARGV[4])
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
          return {'me'}
          """);

  /** ARGV: token, confirmed, held, as of. Only what the owner of the token counted is kept. */
  static final Script KEEP =
      Script.of(
          """
          if redis.call('HGET', KEYS[1], 'counting') == ARGV[1] then
            redis.call('HDEL', KEYS[1], 'counting', 'counting:until')
            redis.call('HSET', KEYS[1],
                'confirmed', ARGV[2], 'held', ARGV[3], 'as-of', ARGV[4])
          end
          return 0
          """);

  /** ARGV: token. The count failed; the next one who asks counts. */
  static final Script GIVE_UP =
      Script.of(
          """
          if redis.call('HGET', KEYS[1], 'counting') == ARGV[1] then
            redis.call('HDEL', KEYS[1], 'counting', 'counting:until')
          end
          return 0
          """);

  /**
   * ARGV: what to add to confirmed and held. What was counted too early for a cancellation must not
   * fall below nothing.
   */
  static final Script ADJUST =
      Script.of(
          """
          for i, field in ipairs({'confirmed', 'held'}) do
            local count = redis.call('HGET', KEYS[1], field)
            if count then
              redis.call('HSET', KEYS[1], field, math.max(0, tonumber(count) + tonumber(ARGV[i])))
            end
          end
          return 0
          """);

  private CountScripts() {}
}
