package dev.lastseat.application.webhook;

import static java.util.Objects.requireNonNull;

import dev.lastseat.domain.shared.Instants;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Who may send to which webhook now, as far as this instance knows: more at once to a receiver that
 * answers promptly than to one that nobody knows, few to one that is slow, and for a while none to
 * one that does not answer. So a slow receiver takes the time of nobody but itself.
 */
final class Turns {
  static final int TO_PROMPT = 48;
  static final int TO_UNKNOWN = 16;
  static final int TO_SLOW = 4;

  /** Of all that are sent at once, with those that their receivers keep waiting. */
  static final int ALL = 2 * TO_PROMPT;

  static final Duration PROMPT = Duration.ofSeconds(1);
  static final Duration REST = Duration.ofSeconds(30);

  /** For so long a receiver is known by its last answer. */
  static final Duration KNOWN = Duration.ofMinutes(10);

  private static final Turn UNKNOWN =
      new Turn(0, TO_UNKNOWN, Instant.MIN, Instant.MIN, Instant.MIN);

  private final AtomicReference<Map<WebhookId, Turn>> turns = new AtomicReference<>(Map.of());

  /**
   * @param missedAt when it did not answer last
   * @param knownAt when it answered last, or did not
   * @param movedAt since when a receiver that does not answer keeps its messages waiting, but for a
   *     moment
   */
  private record Turn(
      int underWay, int atOnce, Instant missedAt, Instant knownAt, Instant movedAt) {
    boolean isFree(Instant now) {
      return underWay < atOnce && !Instants.areWithin(REST, missedAt, now);
    }

    Turn begun(Instant now) {
      boolean moves = underWay == 0 && atOnce > TO_SLOW;
      return isFree(now)
          ? new Turn(underWay + 1, atOnce, missedAt, knownAt, moves ? now : movedAt)
          : this;
    }

    Turn ended(boolean answered, Duration took, Instant now) {
      boolean prompt = answered && took.compareTo(PROMPT) < 0;
      return new Turn(
          underWay - 1,
          prompt ? TO_PROMPT : TO_SLOW,
          answered ? missedAt : now,
          now,
          prompt ? now : Instant.MIN);
    }

    int waiting(Instant now) {
      return Instants.areWithin(PROMPT, movedAt, now) ? 0 : underWay;
    }

    boolean isOver(Instant now) {
      return underWay == 0 && !Instants.areWithin(KNOWN, knownAt, now);
    }
  }

  /**
   * How many may be sent at once now: as many as the best of receivers takes, so that nothing is
   * begun only to be put off; and beside those that their receivers keep waiting as many again.
   */
  int atOnce(Instant now) {
    int waiting =
        requireNonNull(turns.get()).values().stream().mapToInt(it -> it.waiting(now)).sum();
    return Math.min(TO_PROMPT + waiting, ALL);
  }

  /** Whether it is one's turn; then {@link #end} must follow. */
  boolean begin(WebhookId webhook, Instant now) {
    return turns
        .getAndUpdate(all -> with(all, webhook, turn -> turn.begun(now), now))
        .getOrDefault(webhook, UNKNOWN)
        .isFree(now);
  }

  void end(WebhookId webhook, boolean answered, Duration took, Instant now) {
    turns.updateAndGet(all -> with(all, webhook, turn -> turn.ended(answered, took, now), now));
  }

  private static Map<WebhookId, Turn> with(
      Map<WebhookId, Turn> all, WebhookId webhook, UnaryOperator<Turn> change, Instant now) {
    Map<WebhookId, Turn> changed = new HashMap<>(all);
    changed.put(webhook, change.apply(all.getOrDefault(webhook, UNKNOWN)));
    changed.values().removeIf(turn -> turn.isOver(now));
    return Map.copyOf(changed);
  }
}
