package dev.lastseat.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.Courier.Answer;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.State;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendDeliveryTest {
  private static final Instant START = TickingClock.START;

  private final Hooks hooks = new Hooks();
  private final Webhook webhook = AWebhook.of(new UserId("ada"), "hook");

  @BeforeEach
  void open() {
    hooks.webhooks.add(webhook);
  }

  @Test
  void a_delivery_is_sent_once_and_noted_with_its_answer() {
    hooks.courier.answer(new Answer.Responded(202, "thanks", Optional.empty()));
    Delivery delivery = hooks.queue.test(webhook);

    hooks.run();
    hooks.runAfter(Duration.ofDays(1));

    assertThat(hooks.courier.sent())
        .containsExactly(
            new Message(
                delivery.id().value(), webhook.url(), List.of(AWebhook.SECRET), delivery.body()));
    assertThat(found(delivery).state()).isEqualTo(State.DELIVERED);
    assertThat(found(delivery).attempts())
        .containsExactly(new Delivery.Attempt(START, Duration.ZERO, OptionalInt.of(202), "thanks"));
  }

  @Test
  void what_is_not_taken_is_sent_ten_times_within_three_days_and_then_no_more() {
    hooks.courier.answer(500);
    Delivery delivery = hooks.queue.test(webhook);
    hooks.run();

    for (Duration pause : Pauses.ALL) {
      hooks.runAfter(pause.multipliedBy(7).dividedBy(10)); // shorter than any chance makes it
      int before = hooks.courier.sent().size();
      hooks.runAfter(pause.multipliedBy(6).dividedBy(10)); // longer
      assertThat(hooks.courier.sent()).as(pause.toString()).hasSize(before + 1);
    }
    hooks.runAfter(Duration.ofDays(30));

    assertThat(hooks.courier.sent())
        .hasSize(10)
        .extracting(Message::id)
        .containsOnly(delivery.id().value());
    assertThat(found(delivery).state()).isEqualTo(State.FAILED);
    assertThat(hooks.now(webhook).isEnabled()).isTrue();
  }

  @Test
  void a_receiver_may_ask_for_more_time_and_not_for_more_than_a_day() {
    hooks.courier.answer(new Answer.Responded(429, "", Optional.of(Duration.ofHours(1))));
    hooks.queue.test(webhook);
    hooks.run();
    hooks.runAfter(Duration.ofMinutes(59));
    assertThat(hooks.courier.sent()).hasSize(1);

    hooks.courier.answer(new Answer.Responded(503, "", Optional.of(Duration.ofDays(9))));
    hooks.runAfter(Duration.ofMinutes(1));
    assertThat(hooks.courier.sent()).hasSize(2);
    hooks.runAfter(Duration.ofHours(24));
    assertThat(hooks.courier.sent()).hasSize(3);
  }

  @Test
  void one_that_is_gone_is_disabled_at_once_and_its_owner_is_told() {
    hooks.courier.answer(410);
    hooks.queue.test(webhook);
    Delivery second = hooks.queue.test(webhook);
    hooks.run();

    assertThat(hooks.now(webhook).state())
        .isEqualTo(new Webhook.State.Disabled(Reason.GONE, START));
    assertThat(found(second).state()).isEqualTo(State.FAILED);
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void five_days_of_failures_alone_disable_it_and_its_owner_is_told_once() {
    hooks.courier.answer(new Answer.Unanswered("nobody there"));
    hooks.queue.test(webhook);
    hooks.run();
    assertThat(hooks.now(webhook).state()).isEqualTo(new Webhook.State.Enabled(Optional.of(START)));

    hooks.clock.advance(Duration.ofDays(5));
    hooks.queue.test(webhook);
    hooks.run();

    assertThat(hooks.now(webhook).isEnabled()).isFalse();
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void one_that_is_reached_in_between_stays_enabled() {
    hooks.courier.answer(500);
    hooks.queue.test(webhook);
    hooks.run();
    hooks.courier.answer(200);
    hooks.runAfter(Duration.ofDays(3));
    assertThat(hooks.now(webhook).state()).isEqualTo(Webhook.State.FRESH);

    hooks.courier.answer(500);
    hooks.queue.test(webhook);
    hooks.runAfter(Duration.ofDays(3));

    assertThat(hooks.now(webhook).isEnabled()).isTrue();
    assertThat(letters()).isZero();
  }

  @Test
  void to_one_that_answers_promptly_a_crowd_goes_out_and_none_is_put_off() {
    hooks.queue.test(webhook);
    hooks.run();
    for (int i = 0; i < 3 * Turns.ALL; i++) {
      hooks.queue.test(webhook);
    }

    assertThat(hooks.send.atOnce()).as("all that are begun may be sent").isEqualTo(Turns.TO_PROMPT);
    hooks.run();

    assertThat(hooks.sentTo(webhook)).hasSize(1 + 3 * Turns.ALL);
  }

  @Test
  void of_one_that_does_not_answer_no_other_waits() {
    hooks.courier.answer(new Answer.Unanswered("no whole answer within 10 s"));
    for (int i = 0; i < 100; i++) {
      hooks.queue.test(webhook);
    }
    Webhook other = AWebhook.of(new UserId("bob"), "other");
    hooks.webhooks.add(other);
    hooks.queue.test(other);

    hooks.run();

    assertThat(hooks.sentTo(other)).hasSize(1);
    assertThat(hooks.sentTo(webhook)).hasSizeLessThanOrEqualTo(Turns.TO_UNKNOWN);
  }

  @Test
  void what_is_pending_for_one_that_is_disabled_or_gone_is_not_sent() {
    Delivery delivery = hooks.queue.test(webhook);
    hooks.webhooks.change(webhook.id(), it -> it.disabled(Reason.OWNER, START));
    Webhook other = AWebhook.of(new UserId("bob"), "other");
    hooks.queue.test(other); // which was never there, or is not any more

    hooks.run();

    assertThat(hooks.courier.sent()).isEmpty();
    assertThat(found(delivery).state()).isEqualTo(State.FAILED);
  }

  @Test
  void while_a_secret_replaces_another_both_sign_for_a_day() {
    hooks.webhooks.change(webhook.id(), it -> it.rotated(AWebhook.OTHER_SECRET, START));
    hooks.queue.test(webhook);
    hooks.runAfter(Duration.ofHours(24).minusMillis(1));
    hooks.queue.test(webhook);
    hooks.runAfter(Duration.ofMillis(1));

    assertThat(hooks.courier.sent())
        .extracting(Message::secrets)
        .containsExactly(
            List.of(AWebhook.OTHER_SECRET, AWebhook.SECRET), List.of(AWebhook.OTHER_SECRET));
  }

  private Delivery found(Delivery delivery) {
    return hooks.deliveries.find(delivery.id()).orElseThrow();
  }

  /** How many mails are asked for. */
  private long letters() {
    Instant now = hooks.clock.instant();
    return hooks.jobs.claim("notice", 10, now, new Lease("word", now.plusSeconds(1))).size();
  }
}
