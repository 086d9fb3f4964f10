package dev.lastseat.domain.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An endpoint that is told what happens to the events of its owner, or to all where that is an
 * admin.
 *
 * @param kinds of {@link #KINDS}, at least one
 */
public record Webhook(
    WebhookId id,
    UserId owner,
    WebhookUrl url,
    Set<FactKind> kinds,
    Secrets secrets,
    State state,
    Instant createdAt) {
  /**
   * What there is to be told of: what happens to events and their bookings, which each have one
   * organiser, and what became of money that was taken for bookings. An order may be of several;
   * each of its bookings is told.
   */
  public static final Set<FactKind> KINDS =
      Arrays.stream(FactKind.values())
          .filter(
              kind ->
                  kind.word().matches("(event|booking)\\..*|payment\\.(paid|refund_due|refunded)"))
          .collect(Collectors.toUnmodifiableSet());

  /** How many a user may have; one more or less where two are created at once. */
  public static final int MAX_PER_USER = 20;

  /** One that failed for so long, and was reached not once, is disabled. */
  public static final Duration MOST_FAILING = Duration.ofDays(5);

  public Webhook {
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new InvalidValue("kinds", kinds, "must be one at least");
    }
  }

  /** The one of {@link #KINDS} that the word names, such as {@code booking.confirmed}. */
  public static FactKind kind(String word) {
    return FactKind.of(word)
        .filter(KINDS::contains)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "kinds",
                    word,
                    KINDS.stream()
                        .map(FactKind::word)
                        .sorted()
                        .collect(Collectors.joining(", ", "must be of ", ""))));
  }

  /** What its messages are signed with. */
  public record Secrets(WebhookSecret current, Optional<Replaced> replaced) {
    /** For so long receivers may go on with the secret of before. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** A secret that is good a while longer. */
    public record Replaced(WebhookSecret secret, Instant until) {}

    public static Secrets of(WebhookSecret only) {
      return new Secrets(only, Optional.empty());
    }

    /** Those to sign with, the current one first. */
    public List<WebhookSecret> at(Instant now) {
      return replaced
          .filter(it -> now.isBefore(it.until()))
          .map(it -> List.of(current, it.secret()))
          .orElseGet(() -> List.of(current));
    }

    Secrets rotated(WebhookSecret fresh, Instant now) {
      return new Secrets(fresh, Optional.of(new Replaced(current, now.plus(OVERLAP))));
    }
  }

  /** Whether messages are sent. */
  public sealed interface State {
    /**
     * They are.
     *
     * @param failingSince when the first of its attempts failed, of those after the last that went
     *     well
     */
    record Enabled(Optional<Instant> failingSince) implements State {}

    record Disabled(Reason reason, Instant at) implements State {}

    Enabled FRESH = new Enabled(Optional.empty());
  }

  /** Why none are sent. */
  public enum Reason implements Spelled {
    /** Its owner does not want any. */
    OWNER,
    /** It answered 410. */
    GONE,
    /** Nothing but failures for {@link #MOST_FAILING}. */
    FAILING
  }

  public boolean isEnabled() {
    return state instanceof State.Enabled;
  }

  public Webhook at(WebhookUrl other) {
    return new Webhook(id, owner, other, kinds, secrets, state, createdAt);
  }

  public Webhook of(Set<FactKind> others) {
    return new Webhook(id, owner, url, others, secrets, state, createdAt);
  }

  /** The secret so far is good for {@link Secrets#OVERLAP}, and one before it not any more. */
  public Webhook rotated(WebhookSecret fresh, Instant now) {
    return new Webhook(id, owner, url, kinds, secrets.rotated(fresh, now), state, createdAt);
  }

  /** Forgets that it failed; unchanged if it is enabled already. */
  public Webhook enabled() {
    return isEnabled() ? this : in(State.FRESH);
  }

  /** Unchanged if it is disabled already. */
  public Webhook disabled(Reason reason, Instant now) {
    return isEnabled() ? in(new State.Disabled(reason, now)) : this;
  }

  /** A message was taken. */
  public Webhook reached() {
    return state instanceof State.Enabled(Optional<Instant> failing) && failing.isPresent()
        ? in(State.FRESH)
        : this;
  }

  /** A message was not taken. */
  public Webhook missed(Instant now) {
    return switch (state) {
      case State.Disabled _ -> this;
      case State.Enabled(Optional<Instant> since) when since.isEmpty() ->
          in(new State.Enabled(Optional.of(now)));
      case State.Enabled(Optional<Instant> since) ->
          since.get().plus(MOST_FAILING).isAfter(now)
              ? this
              : in(new State.Disabled(Reason.FAILING, now));
    };
  }

  private Webhook in(State other) {
    return new Webhook(id, owner, url, kinds, secrets, other, createdAt);
  }
}
