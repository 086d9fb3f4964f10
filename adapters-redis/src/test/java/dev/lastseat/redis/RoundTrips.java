package dev.lastseat.redis;

import java.net.URI;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Counts round trips as Redis sees them, by MONITOR. What goes out together is one trip: it begins
 * with a look at the news of events, and its scripts follow. Anything else is a trip of its own.
 */
final class RoundTrips {
  private static final String END = "the-end";

  private RoundTrips() {}

  /** How many trips the act takes, as long as nobody else uses this Redis. */
  static int of(String url, Runnable act) {
    URI uri = URI.create(url);
    JedisClientConfig patient = DefaultJedisClientConfig.builder().timeoutMillis(20_000).build();
    try (Connection monitor = new Connection(JedisURIHelper.getHostAndPort(uri), patient);
        RedisClient client = RedisClient.create(uri)) {
      client.ping();
      monitor.sendCommand(Protocol.Command.MONITOR);
      monitor.getStatusCodeReply();
      act.run();
      client.set(END, END);
      return count(monitor);
    }
  }

  private static int count(Connection monitor) {
    int trips = 0;
    String line = monitor.getStatusCodeReply();
    while (!line.contains(END)) {
      if (!line.contains(" lua]")
          && !line.contains("\"evalsha\"")
          && !line.contains("\"EVALSHA\"")) {
        trips++;
      }
      line = monitor.getStatusCodeReply();
    }
    return trips;
  }
}
