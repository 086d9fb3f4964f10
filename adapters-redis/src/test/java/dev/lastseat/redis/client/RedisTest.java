package dev.lastseat.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedisTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration NOT_BY_ITSELF = Duration.ofHours(1);

  private final TickingClock clock = new TickingClock();
  private final CountingBreaker breaker = new CountingBreaker(clock);
  private final RedisProcess process = RedisProcess.start();
  private final Relay relay = Relay.before(process.uri());
  private final Redis redis =
      Redis.open(relay.uri(), PATIENT, NOT_BY_ITSELF, breaker, Observer.NOBODY);
  private final List<Integer> replies = new ArrayList<>();

  @AfterEach
  void close() {
    redis.close();
    relay.close();
    process.close();
  }

  private static Command command(String script, Object... arguments) {
    return Command.of(script, List.of("a key"), arguments);
  }

  private void piggyback(Command command) {
    redis.piggyback(command, reply -> reply.read(Reply::integer).ifPresent(replies::add));
  }

  @Test
  void what_nobody_waits_for_goes_out_before_what_somebody_waits_for_and_in_the_same_trip() {
    redis.send(command("return redis.call('SET', KEYS[1], 41)"));
    piggyback(command("return redis.call('INCR', KEYS[1])"));

    int trips =
        relay.roundTrips(
            () ->
                assertThat(redis.ask(command("return redis.call('GET', KEYS[1])"), Reply::text))
                    .contains("42"));

    assertThat(trips).isOne();
    assertThat(replies).containsExactly(42);
  }

  @Test
  @Timeout(60)
  void what_nobody_waits_for_goes_out_by_itself_in_a_moment() {
    try (Redis soon =
        Redis.open(relay.uri(), PATIENT, Duration.ofMillis(1), breaker, Observer.NOBODY)) {
      CompletableFuture<Reply> told = new CompletableFuture<>();
      soon.piggyback(command("return 42"), told::complete);
      soon.send(command("return 1"));

      assertThat(told.join().integer()).isEqualTo(42);
    }
  }

  @Test
  void many_who_ask_at_once_are_given_their_own_replies() {
    List<Optional<Integer>> told =
        Race.of(200, i -> redis.ask(command("return ARGV[1]", i), Reply::integer));

    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i)).contains(i);
    }
  }

  @Test
  void a_command_that_fails_costs_only_itself_and_is_not_sent_again() {
    piggyback(command("return 1"));
    redis.deliver(command("return redis.call('NONE')"));
    piggyback(command("return 2"));

    assertThat(relay.roundTrips(redis::flush)).isOne();
    assertThat(relay.roundTrips(redis::flush)).isZero();
    assertThat(replies).containsExactly(1, 2);
    assertThat(breaker.failures()).isZero();
  }

  @Test
  void what_was_not_answered_is_sent_again_only_if_it_must_be_delivered() {
    relay.stop();
    piggyback(command("return redis.call('INCR', KEYS[1])"));
    redis.deliver(command("return redis.call('SET', KEYS[1], 10)"));
    redis.flush();
    relay.restart();

    assertThat(redis.ask(command("return redis.call('INCR', KEYS[1])"), Reply::integer))
        .contains(11);
    assertThat(replies).isEmpty();
  }

  @Test
  void what_waits_takes_a_bounded_part_of_the_memory() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 10; i++) {
      piggyback(command("return 1", large));
    }

    redis.flush();

    assertThat(replies).hasSizeBetween(1, Redis.MAX_BYTES / large.length() / 2);
  }

  /** Others may still be at work while it closes. */
  @Test
  void whoever_leaves_something_to_be_done_when_it_is_closed_already_does_not_hear_of_that() {
    redis.close();

    assertThatCode(() -> redis.send(command("return 1"))).doesNotThrowAnyException();
  }

  @Test
  void that_someone_is_interrupted_while_he_waits_for_an_answer_is_not_held_against_redis() {
    assertThat(redis.ask(command("return 42"), Reply::number)).contains(42L);
    process.freeze();
    assertThat(Race.of(1, _ -> askInterrupted())).containsExactly(Optional.empty());

    process.thaw();
    assertThat(redis.ask(command("return 42"), Reply::number)).contains(42L);
    assertThat(breaker.failures()).isZero();
  }

  /** And still is afterwards, so that whoever called knows. */
  private Optional<Long> askInterrupted() {
    Thread.currentThread().interrupt();
    Optional<Long> reply = redis.ask(command("return 42"), Reply::number);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    return reply;
  }
}
