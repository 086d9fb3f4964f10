package dev.lastseat.application.webhook;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.Retries;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.port.Courier.Answer;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.Attempt;
import dev.lastseat.domain.webhook.Delivery.State;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Message;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Sends what is in the {@link DeliveryQueue}, and tries again after {@link Pauses}. What has become
 * of a delivery it notes itself; of the job nobody needs to know.
 */
public final class SendDelivery implements JobHandler {
  /**
   * For a job whose turn it is not yet. Its attempts are more than those of the delivery, which has
   * its own pauses; its patience is as long as they take if a receiver always asks for more.
   */
  private static final Retries TURNS =
      new Retries(
          Stream.of(1L, 2L, 5L, 15L, 30L, 60L, 300L).map(Duration::ofSeconds).toList(),
          2_000,
          Pauses.LONGEST.multipliedBy(Pauses.ALL.size() + 1L));

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Courier courier;
  private final MailQueue mails;
  private final Clock clock;
  private final Pauses pauses;
  private final Turns turns = new Turns();

  /** {@code random} must be safe for many threads. */
  public SendDelivery(
      Webhooks webhooks,
      Deliveries deliveries,
      Courier courier,
      MailQueue mails,
      Clock clock,
      RandomGenerator random) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.courier = courier;
    this.mails = mails;
    this.clock = clock;
    this.pauses = new Pauses(random);
  }

  @Override
  public String kind() {
    return DeliveryQueue.KIND;
  }

  @Override
  public Retries retries() {
    return TURNS;
  }

  @Override
  public int atOnce() {
    return turns.atOnce(clock.instant());
  }

  /** More than the courier needs. */
  @Override
  public Duration limit() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Result handle(Job job) {
    Optional<Delivery> pending =
        deliveries.find(new DeliveryId(job.payload())).filter(it -> it.state() == State.PENDING);
    Optional<Webhook> webhook = pending.flatMap(it -> webhooks.find(it.webhook()));
    if (pending.isEmpty() || webhook.isEmpty()) {
      return new Result.Done();
    }
    if (!webhook.get().isEnabled()) {
      deliveries.put(pending.get().id(), State.FAILED);
      return new Result.Done();
    }
    return turns.begin(webhook.get().id(), clock.instant())
        ? inTurn(webhook.get(), pending.get(), job)
        : Result.failed("it waits for its turn");
  }

  private Result inTurn(Webhook webhook, Delivery delivery, Job job) {
    boolean answered = false;
    Instant begun = clock.instant();
    try {
      Answer answer = courier.deliver(message(webhook, delivery, begun));
      answered = answer instanceof Answer.Responded;
      return ended(webhook, delivery, answer, begun, job);
    } finally {
      Instant ended = clock.instant();
      turns.end(webhook.id(), answered, Duration.between(begun, ended), ended);
    }
  }

  private static Message message(Webhook webhook, Delivery delivery, Instant now) {
    return new Message(
        delivery.id().value(), webhook.url(), webhook.secrets().at(now), delivery.body());
  }

  private Result ended(Webhook webhook, Delivery delivery, Answer answer, Instant begun, Job job) {
    Instant now = clock.instant();
    Attempt attempt = attempt(answer, begun, now);
    return switch (answer) {
      case Answer.Responded taken when taken.isTaken() -> {
        deliveries.tried(delivery.id(), attempt, State.DELIVERED);
        change(webhook, Webhook::reached);
        yield new Result.Done();
      }
      case Answer.Responded gone when gone.isGone() -> {
        deliveries.tried(delivery.id(), attempt, State.FAILED);
        change(webhook, it -> it.disabled(Webhook.Reason.GONE, now));
        yield new Result.Done();
      }
      case Answer.Responded refused -> missed(webhook, delivery, attempt, refused.after(), job);
      case Answer.Unanswered _ -> missed(webhook, delivery, attempt, Optional.empty(), job);
    };
  }

  private static Attempt attempt(Answer answer, Instant begun, Instant now) {
    Duration took = Duration.between(begun, now);
    return switch (answer) {
      case Answer.Responded it ->
          new Attempt(begun, took, OptionalInt.of(it.status()), it.beginning());
      case Answer.Unanswered(String reason) ->
          new Attempt(begun, took, OptionalInt.empty(), reason);
    };
  }

  /** Again, unless it was sent often enough since somebody asked for it. */
  private Result missed(
      Webhook webhook, Delivery delivery, Attempt attempt, Optional<Duration> asked, Job job) {
    change(webhook, it -> it.missed(clock.instant()));
    long before = delivery.attempts().stream().filter(it -> !it.at().isBefore(job.since())).count();
    Optional<Duration> pause = pauses.after(before, asked);
    deliveries.tried(delivery.id(), attempt, pause.isPresent() ? State.PENDING : State.FAILED);
    return pause
        .<Result>map(it -> new Result.Failed(attempt.answer(), Optional.of(it)))
        .orElseGet(Result.Done::new);
  }

  /** Whoever is the one to disable it tells its owner, who is told once for each time. */
  private void change(Webhook webhook, UnaryOperator<Webhook> change) {
    if (!change.apply(webhook).equals(webhook)) {
      webhooks
          .change(webhook.id(), change)
          .map(Webhook::state)
          .filter(Webhook.State.Disabled.class::isInstance)
          .map(Webhook.State.Disabled.class::cast)
          .filter(it -> it.reason() != Webhook.Reason.OWNER)
          .ifPresent(
              it ->
                  mails.add(
                      Letter.Kind.WEBHOOK_DISABLED, webhook.id().value(), it.at().toString()));
    }
  }
}
