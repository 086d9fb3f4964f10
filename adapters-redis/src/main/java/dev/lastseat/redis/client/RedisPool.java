package dev.lastseat.redis.client;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens connections, none of which may make anybody wait for long. */
final class RedisPool {
  static final int MAX_CONNECTIONS = 32;

  private RedisPool() {}

  /**
   * Connects when asked, not before.
   *
   * @param budget how long one try may take: a quarter of it to be given a connection, a quarter to
   *     make it, half of it for the answer
   */
  static ConnectionPool open(URI uri, Duration budget) {
    ConnectionPoolConfig config = new ConnectionPoolConfig();
    config.setMaxTotal(MAX_CONNECTIONS);
    config.setMaxIdle(MAX_CONNECTIONS);
    config.setMaxWait(budget.dividedBy(4));
    config.setJmxEnabled(false);
    return new ConnectionPool(RedisUrl.address(uri), client(uri, budget), config);
  }

  /** No greetings, so that a new connection costs as little as can be. */
  private static JedisClientConfig client(URI uri, Duration budget) {
    DefaultJedisClientConfig.Builder client =
        DefaultJedisClientConfig.builder()
            .serverDefaultProtocol()
            .connectionTimeoutMillis(Math.toIntExact(budget.dividedBy(4).toMillis()))
            .socketTimeoutMillis(Math.toIntExact(budget.dividedBy(2).toMillis()))
            .database(JedisURIHelper.getDBIndex(uri))
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      client.sslOptions(SslOptions.defaults());
    }
    if (uri.getUserInfo() != null) {
      client.user(JedisURIHelper.getUser(uri)).password(JedisURIHelper.getPassword(uri));
    }
    return client.build();
  }
}
