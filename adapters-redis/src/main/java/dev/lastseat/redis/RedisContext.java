package dev.lastseat.redis;

import dev.lastseat.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What all ports of this module share. What is kept in Redis ages by the clock of the program;
 * Redis' own expiry only cleans up behind it.
 */
record RedisContext(Redis redis, Keys keys, Clock clock, RandomGenerator random) {
  /**
   * How long anybody waits for what another instance does, before doing it too. A store that is
   * away is to be told within 3 s, and MongoDB gives an operation up after 2.5 s: more than this,
   * with the trips in between, does not fit before it.
   */
  static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(300);

  private static final Duration SLACK = Duration.ofMinutes(1);

  /** How long Redis keeps what is of use for so long, in milliseconds. */
  static long kept(Duration useful) {
    return useful.plus(SLACK).toMillis();
  }

  /** A text that nobody else has. */
  String token() {
    return HexFormat.of().toHexDigits(random.nextLong());
  }
}
