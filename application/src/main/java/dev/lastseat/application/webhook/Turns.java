package dev.lastseat.application.webhook;

import dev.lastseat.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Who may send to which webhook now, as far as this instance knows: a few at once, and nobody for a
 * while after one went unanswered. So a slow receiver takes the time of nobody but itself.
 */
final class Turns {
  static final int AT_ONCE = 4;
  static final Duration REST = Duration.ofSeconds(30);

  private static final Turn FREE = new Turn(0, Instant.MIN);

  private final AtomicReference<Map<WebhookId, Turn>> turns = new AtomicReference<>(Map.of());

  private record Turn(int underWay, Instant restsUntil) {
    boolean isFree(Instant now) {
      return underWay < AT_ONCE && !now.isBefore(restsUntil);
    }
  }

  /** Whether it is one's turn; then {@link #end} must follow. */
  boolean begin(WebhookId webhook, Instant now) {
    return of(webhook, turns.getAndUpdate(all -> with(all, webhook, it -> taken(it, now), now)))
        .isFree(now);
  }

  private static Turn taken(Turn turn, Instant now) {
    return turn.isFree(now) ? new Turn(turn.underWay() + 1, turn.restsUntil()) : turn;
  }

  void end(WebhookId webhook, boolean answered, Instant now) {
    turns.updateAndGet(
        all ->
            with(
                all,
                webhook,
                it -> new Turn(it.underWay() - 1, answered ? it.restsUntil() : now.plus(REST)),
                now));
  }

  private static Turn of(WebhookId webhook, Map<WebhookId, Turn> all) {
    return all.getOrDefault(webhook, FREE);
  }

  /** Without those that nobody sends to and that do not rest. */
  private static Map<WebhookId, Turn> with(
      Map<WebhookId, Turn> all, WebhookId webhook, UnaryOperator<Turn> change, Instant now) {
    Map<WebhookId, Turn> changed = new HashMap<>(all);
    changed.put(webhook, change.apply(of(webhook, all)));
    changed.values().removeIf(it -> it.underWay() == 0 && !now.isBefore(it.restsUntil()));
    return Map.copyOf(changed);
  }
}
