package dev.lastseat.redis.client;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One connection, made when it is needed, and anew after a failure: then the name is looked up
 * again, and may lead to another server. For one thread at a time.
 */
final class RedisConnection implements AutoCloseable {
  private static final int DEFAULT_PORT = 6379;
  private static final int MAX_PORT = 65_535;
  private static final Pattern DATABASE = Pattern.compile("(/\\d{0,4})?");
  private static final Pattern CREDENTIALS = Pattern.compile("^([a-z]*://)?.*@");

  /** Errors by which a server says that it does no work at all just now, for nobody. */
  private static final Pattern OUT_OF_ORDER =
      Pattern.compile(
          "\\b(READONLY|LOADING|MASTERDOWN|NOREPLICAS|MISCONF|OOM|MOVED|CLUSTERDOWN|NOAUTH)\\b");

  private final HostAndPort address;
  private final JedisClientConfig config;
  private final Observer observer;
  private @Nullable Connection connection;

  private RedisConnection(HostAndPort address, JedisClientConfig config, Observer observer) {
    this.address = address;
    this.config = config;
    this.observer = observer;
  }

  /**
   * Makes ready to connect, without greetings, so that a new connection costs as little as can be.
   *
   * @param url {@code redis[s]://[[user]:password@]host[:port][/database]}
   * @param budget how long one try may take: half of it to connect, half for the answer
   * @throws UnusableStore when it is not such a URL
   */
  static RedisConnection to(String url, Duration budget, Observer observer) {
    URI uri = parse(url);
    int half = Math.toIntExact(budget.dividedBy(2).toMillis());
    JedisClientConfig config =
        DefaultJedisClientConfig.builder(uri)
            .serverDefaultProtocol()
            .connectionTimeoutMillis(half)
            .socketTimeoutMillis(half)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .build();
    return new RedisConnection(address(uri), config, observer);
  }

  static URI parse(String url) {
    try {
      URI uri = new URI(url.strip());
      if (isUsable(uri)) {
        return uri;
      }
    } catch (URISyntaxException unreadable) {
      // Its message would show the password.
    }
    throw new UnusableStore(
        CREDENTIALS.matcher(url).replaceAll("$1***@"),
        "in REDIS_URL is no URL of a Redis; expected"
            + " redis[s]://[[user]:password@]host[:port][/database]");
  }

  private static boolean isUsable(URI uri) {
    return uri.getScheme() != null
        && uri.getScheme().matches("rediss?")
        && uri.getHost() != null
        && (uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= MAX_PORT))
        && DATABASE.matcher(uri.getPath()).matches()
        && uri.getQuery() == null;
  }

  static HostAndPort address(URI uri) {
    return new HostAndPort(uri.getHost(), uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort());
  }

  /** Another one, to the same server. */
  RedisConnection another() {
    return new RedisConnection(address, config, Observer.NOBODY);
  }

  /**
   * One round trip; empty when it failed, which the breaker is told.
   *
   * @param since how long the first command has waited for it, for the observer
   */
  Optional<List<Reply>> attempt(List<Command> commands, long since, Breaker breaker) {
    try {
      List<Reply> replies =
          observer.together("redis", commands.size(), since, () -> trip(commands));
      breaker.succeeded();
      return Optional.of(replies);
    } catch (JedisException failed) {
      if (!wasInterrupted(failed)) {
        breaker.failed();
      }
      return Optional.empty();
    }
  }

  /** The caller was, which says nothing against Redis; it still is afterwards. */
  private static boolean wasInterrupted(JedisException failed) {
    if (failed.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return Thread.currentThread().isInterrupted();
  }

  /** The only round trip of a connection; fails where Redis does not answer, or refuses. */
  void check(Command command) {
    try (this) {
      if (trip(List.of(command)).getFirst().value() instanceof JedisDataException refused) {
        throw refused;
      }
    } catch (JedisException failed) {
      throw new IllegalStateException("redis does not do its work: " + failed.getMessage());
    }
  }

  /**
   * One round trip. An error costs its own command only, unless the server does nothing for
   * anybody.
   *
   * @throws JedisException when there is no answer; each command may or may not have been run
   */
  private List<Reply> trip(List<Command> commands) {
    try {
      if (connection == null) {
        connection = new Connection(address, config);
      }
      Pipeline pipeline = new Pipeline(connection);
      List<Response<Object>> sent =
          commands.stream()
              .map(one -> pipeline.eval(one.script(), one.keys(), one.arguments()))
              .toList();
      pipeline.sync();
      return sent.stream().map(RedisConnection::reply).toList();
    } catch (JedisException failed) {
      close();
      throw failed;
    }
  }

  private static Reply reply(Response<Object> response) {
    try {
      return new Reply(response.get());
    } catch (JedisDataException error) {
      if (OUT_OF_ORDER.matcher(String.valueOf(error.getMessage())).find()) {
        throw error;
      }
      return new Reply(error);
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
