package dev.lastseat.redis;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.exceptions.JedisException;

/** The way to Redis: pooled connections behind a {@link Breaker}. Nothing of jedis comes out. */
final class Redis implements AutoCloseable {
  private final ConnectionPool pool;
  private final Breaker breaker;
  private final EventNews news;

  Redis(ConnectionPool pool, Breaker breaker, EventNews news) {
    this.pool = pool;
    this.breaker = breaker;
    this.news = news;
  }

  EventNews news() {
    return news;
  }

  /** Whether the next call would most likely be in vain. */
  boolean isAway() {
    return breaker.isOpen();
  }

  /** The reply; empty when Redis is away, and then the command may or may not have been run. */
  Optional<Object> ask(Command command) {
    return ask(List.of(command)).map(List::getFirst);
  }

  /** The replies to what goes out in one round trip; empty as above. */
  Optional<List<Object>> ask(List<Command> commands) {
    return admits() ? attempt(commands) : Optional.empty();
  }

  /** Whether the caller may {@link #attempt}, and then it does. */
  boolean admits() {
    return breaker.admits();
  }

  Optional<List<Object>> attempt(List<Command> commands) {
    try {
      List<Object> replies = trip(commands);
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

  /** Whoever asked was, which says nothing against Redis either; he still is afterwards. */
  private static boolean wasInterrupted(JedisException failed) {
    if (failed.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return Thread.currentThread().isInterrupted();
  }

  private List<Object> trip(List<Command> commands) {
    try (Connection connection = pool.getResource()) {
      return new RoundTrip(connection, news).run(commands);
    }
  }

  /**
   * Makes a trip, whatever the breaker says.
   *
   * @throws IllegalStateException when Redis does not answer, or refuses
   */
  void check(Command command) {
    try {
      List<Object> _ = trip(List.of(command));
    } catch (JedisException failed) {
      throw new IllegalStateException("redis does not do its work: " + failed.getMessage());
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
