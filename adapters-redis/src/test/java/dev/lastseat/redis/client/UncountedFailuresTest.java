package dev.lastseat.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.RedisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;

/** Failures that say nothing against Redis. */
class UncountedFailuresTest {
  private static final Command COMMAND = Command.of("return 42", List.of("a key"));

  private final RedisProcess process = RedisProcess.start();
  private final CountingBreaker breaker = new CountingBreaker(new TickingClock());
  private final ConnectionPool pool =
      RedisPool.open(RedisUrl.parse(process.uri()), Duration.ofSeconds(20));
  private final Redis redis = new Redis(pool, breaker);

  @AfterEach
  void close() {
    redis.close();
    process.close();
  }

  @Test
  void that_all_connections_are_in_use_is_not_held_against_redis() {
    pool.setMaxWait(Duration.ofMillis(1));
    List<Connection> inUse = takeAll();
    assertThat(redis.ask(COMMAND, Reply::number)).isEmpty();

    inUse.forEach(Connection::close);
    assertThat(redis.ask(COMMAND, Reply::number)).contains(42L);
    assertThat(breaker.failures()).isZero();
  }

  @Test
  void nor_is_that_someone_is_interrupted_while_he_waits_for_a_connection() {
    List<Connection> inUse = takeAll();
    assertThat(Race.of(1, _ -> askInterrupted())).containsExactly(Optional.empty());

    inUse.forEach(Connection::close);
    assertThat(redis.ask(COMMAND, Reply::number)).contains(42L);
    assertThat(breaker.failures()).isZero();
  }

  @Test
  void nor_is_that_someone_is_interrupted_while_he_waits_for_an_answer() {
    assertThat(redis.ask(COMMAND, Reply::number)).contains(42L);
    process.freeze();
    assertThat(Race.of(1, _ -> askInterrupted())).containsExactly(Optional.empty());

    process.thaw();
    assertThat(redis.ask(COMMAND, Reply::number)).contains(42L);
    assertThat(breaker.failures()).isZero();
  }

  private List<Connection> takeAll() {
    return Stream.generate(pool::getResource).limit(RedisPool.MAX_CONNECTIONS).toList();
  }

  /** And still is afterwards, so that whoever called knows. */
  private Optional<Long> askInterrupted() {
    Thread.currentThread().interrupt();
    Optional<Long> reply = redis.ask(COMMAND, Reply::number);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    return reply;
  }
}
