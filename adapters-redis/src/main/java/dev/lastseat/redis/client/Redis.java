package dev.lastseat.redis.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** The way to Redis: pooled connections behind a {@link Breaker}. */
public final class Redis implements AutoCloseable {
  /** Errors by which a server says that it does no work at all just now, for nobody. */
  private static final Pattern OUT_OF_ORDER =
      Pattern.compile(
          "\\b(READONLY|LOADING|MASTERDOWN|NOREPLICAS|MISCONF|OOM|MOVED|CLUSTERDOWN|NOAUTH)\\b");

  private final ConnectionPool pool;
  private final Breaker breaker;

  Redis(ConnectionPool pool, Breaker breaker) {
    this.pool = pool;
    this.breaker = breaker;
  }

  /**
   * Makes ready to connect.
   *
   * @param budget how long one try may take
   * @throws dev.lastseat.domain.port.UnusableStore when the URL is none of a Redis
   */
  public static Redis open(String url, Duration budget, Breaker breaker) {
    URI uri = RedisUrl.parse(url);
    return new Redis(RedisPool.open(uri, budget), breaker);
  }

  /** Whether the next call would most likely be in vain. */
  public boolean isAway() {
    return breaker.isOpen();
  }

  /**
   * What was read from the reply; empty when Redis is away or its reply makes no sense. The command
   * may or may not have been run then.
   */
  public <T> Optional<T> ask(Command command, Function<Reply, T> reading) {
    return ask(List.of(command)).flatMap(replies -> replies.getFirst().read(reading));
  }

  /** The replies to what goes out in one round trip; empty when Redis is away. */
  public Optional<List<Reply>> ask(List<Command> commands) {
    return admits() ? attempt(commands) : Optional.empty();
  }

  /** Whether the caller may {@link #attempt}, and then it does. */
  boolean admits() {
    return breaker.admits();
  }

  Optional<List<Reply>> attempt(List<Command> commands) {
    try {
      List<Reply> replies = trip(commands);
      breaker.succeeded();
      return Optional.of(replies);
    } catch (JedisException failed) {
      if (!wasInterrupted(failed) && !isBusy(failed)) {
        breaker.failed();
        // The other connections are most likely broken in the same way.
        pool.clear();
      }
      return Optional.empty();
    }
  }

  /** All connections were in use for too long, which says nothing against Redis. */
  private static boolean isBusy(JedisException failed) {
    return failed.getCause() instanceof NoSuchElementException;
  }

  /**
   * The caller was interrupted, which says nothing against Redis either; it still is afterwards.
   */
  private static boolean wasInterrupted(JedisException failed) {
    if (failed.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return Thread.currentThread().isInterrupted();
  }

  private List<Reply> trip(List<Command> commands) {
    try (Connection connection = pool.getResource()) {
      Pipeline pipeline = new Pipeline(connection);
      List<Response<Object>> sent =
          commands.stream()
              .map(one -> pipeline.eval(one.script(), one.keys(), one.arguments()))
              .toList();
      pipeline.sync();
      return sent.stream().map(Redis::reply).toList();
    }
  }

  /** An error costs its own command only, unless the server does nothing for anybody. */
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

  /**
   * Makes a trip, whatever the breaker says.
   *
   * @throws IllegalStateException when Redis does not answer, or refuses
   */
  public void check(Command command) {
    try {
      Reply reply = trip(List.of(command)).getFirst();
      if (reply.value() instanceof JedisDataException refused) {
        throw refused;
      }
    } catch (JedisException failed) {
      throw new IllegalStateException("redis does not do its work: " + failed.getMessage());
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
