package dev.lastseat.application.webhook;

import dev.lastseat.application.job.JobQueue;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.State;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.Payload;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** The deliveries that are to be sent: each is kept, and a job for as long as it is pending. */
public record DeliveryQueue(
    Deliveries deliveries, JobQueue jobs, Clock clock, RandomGenerator random) {
  static final String KIND = "webhook";

  /** For how long it can be seen what was told. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int BATCH = 100;

  /**
   * A message to a webhook.
   *
   * @param about the id of what it is told of
   */
  record Telling(Webhook webhook, String about, Payload payload) {
    Delivery at(Instant now) {
      return Delivery.of(
          DeliveryId.of(webhook.id(), about),
          webhook.id(),
          payload.type(),
          payload.json(),
          now,
          webhook.isEnabled() ? State.PENDING : State.FAILED);
    }
  }

  /**
   * Tells webhooks of something, once, however often this is asked for, in two writes. One that is
   * disabled can be told later, when it is enabled again.
   */
  void tell(List<Telling> messages) {
    Instant now = clock.instant();
    add(messages.stream().map(it -> it.at(now)).toList());
  }

  /** Tells it of nothing, to see whether that arrives. */
  Delivery test(Webhook webhook) {
    Instant now = clock.instant();
    Payload payload = Payload.test(webhook, now);
    Delivery delivery =
        Delivery.of(
            new DeliveryId(Identifiers.next(now, random)),
            webhook.id(),
            payload.type(),
            payload.json(),
            now,
            State.PENDING);
    add(List.of(delivery));
    return delivery;
  }

  /** Once more, under the same id, whatever became of it; with all retries again. */
  void again(DeliveryId delivery) {
    jobs.add(job(delivery, Identifiers.next(clock.instant(), random)));
    deliveries.put(delivery, State.PENDING);
  }

  /** All that failed and were made then or later, the oldest first. Answers how many. */
  int againSince(Webhook webhook, Instant since) {
    int sent = 0;
    List<Delivery> failed;
    do {
      failed = deliveries.failed(webhook.id(), since, BATCH);
      failed.forEach(it -> again(it.id()));
      sent += failed.size();
    } while (failed.size() == BATCH);
    return sent;
  }

  /** Forgets those that were made longer than {@link #KEPT} ago. */
  public void forgetOld() {
    deliveries.forget(clock.instant().minus(KEPT));
  }

  /** Killed in between, whoever asks again finds them known, and sends those that are pending. */
  private void add(List<Delivery> several) {
    deliveries.addAll(several);
    jobs.addAll(
        several.stream()
            .filter(it -> it.state() == State.PENDING)
            .map(it -> job(it.id(), it.id().value()))
            .toList());
  }

  private Job job(DeliveryId delivery, String id) {
    return new Job(new JobId(id), KIND, delivery.value(), clock.instant());
  }
}
