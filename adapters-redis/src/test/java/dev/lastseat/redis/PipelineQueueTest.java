package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.Relay;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.DeferredCommand;
import dev.lastseat.redis.client.PipelineQueue;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineQueueTest {
  private final RedisProcess redis = RedisProcess.start();
  private final Relay relay = Relay.before(redis.uri());
  private final Instance instance =
      new Instance(relay.uri(), "test:", Duration.ofHours(1), new TickingClock());
  private final PipelineQueue queue = instance.context().queue();
  private final List<Reply> replies = new ArrayList<>();

  @AfterEach
  void close() {
    instance.close();
    relay.close();
    redis.close();
  }

  private static Command command(String key, String script) {
    return Command.of(script, List.of(key));
  }

  private DeferredCommand listenedTo(String script) {
    return new DeferredCommand(command("a key", script), false, replies::add);
  }

  @Test
  void when_a_listener_fails_those_that_went_with_its_command_are_over_too() {
    queue.piggyback(
        new DeferredCommand(command("one", "return 42"), false, PipelineQueueTest::fail));
    assertThatIllegalStateException()
        .isThrownBy(() -> queue.flushNow(DeferredCommand.droppable(command("two", "return 42"))))
        .withMessage("42 is no end");

    queue.piggyback(DeferredCommand.droppable(command("three", "return 42")));

    assertThat(relay.roundTrips(() -> queue.awaitPending(List.of("one", "two")))).isZero();
    assertThat(relay.roundTrips(() -> queue.awaitPending(List.of("three")))).isOne();
  }

  private static void fail(Reply reply) {
    throw new IllegalStateException(reply.number() + " is no end");
  }

  @Test
  void a_command_that_fails_costs_only_itself_and_is_not_sent_again() {
    queue.piggyback(listenedTo("return 1"));
    queue.piggyback(DeferredCommand.mustDeliver(command("broken", "return redis.call('NONE')")));
    queue.flushNow(listenedTo("return 2"));

    assertThat(replies).extracting(Reply::integer).containsExactly(1, 2);
    assertThat(relay.roundTrips(() -> queue.awaitPending(List.of("broken")))).isZero();
  }

  @Test
  void what_waits_takes_a_bounded_part_of_the_memory() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 10; i++) {
      queue.piggyback(
          new DeferredCommand(
              Command.of("return 1", List.of("a key"), large), false, replies::add));
    }

    queue.flushNow(listenedTo("return 2"));

    assertThat(replies).hasSizeBetween(2, 4 + 1);
  }

  /** Others may still be at work while it closes. */
  @Test
  void whoever_leaves_something_to_be_done_when_it_is_closed_already_does_not_hear_of_that() {
    queue.close();

    assertThatCode(() -> queue.flushSoon(listenedTo("return 1"))).doesNotThrowAnyException();
  }
}
