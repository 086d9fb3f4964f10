package dev.lastseat.domain.webhook;

import dev.lastseat.domain.shared.Spelled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A message to a webhook, and what became of it.
 *
 * @param kind what it tells, such as {@code booking.confirmed}
 * @param body the very bytes that are signed and sent, as text
 * @param attempts the latest {@value #MAX_ATTEMPTS}, the first one first
 */
public record Delivery(
    DeliveryId id,
    WebhookId webhook,
    String kind,
    String body,
    Instant createdAt,
    State state,
    List<Attempt> attempts) {
  public static final int MAX_ATTEMPTS = 20;

  /** Where it is. */
  public enum State implements Spelled {
    /** It is going to be sent, perhaps not for the first time. */
    PENDING,
    /** The receiver has it. */
    DELIVERED,
    /** It is not sent any more, unless somebody asks for that. */
    FAILED
  }

  /**
   * One time that it was sent.
   *
   * @param status of the answer; empty when there was none
   * @param answer its beginning, or why there was none
   */
  public record Attempt(Instant at, Duration took, OptionalInt status, String answer) {}

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  public static Delivery of(
      DeliveryId id, WebhookId webhook, String kind, String body, Instant now, State state) {
    return new Delivery(id, webhook, kind, body, now, state, List.of());
  }

  public Delivery tried(Attempt attempt, State now) {
    List<Attempt> all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    int tooMany = Math.max(0, all.size() - MAX_ATTEMPTS);
    return new Delivery(id, webhook, kind, body, createdAt, now, all.subList(tooMany, all.size()));
  }

  public Delivery in(State other) {
    return new Delivery(id, webhook, kind, body, createdAt, other, attempts);
  }
}
