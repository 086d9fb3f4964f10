package dev.lastseat.application.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.domain.webhook.WebhookUrl;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * All that owners, and admins in their place, do to webhooks; to others there are none.
 *
 * @param random must not be predictable
 */
public record ManageWebhooks(
    Webhooks webhooks,
    Deliveries deliveries,
    DeliveryQueue queue,
    Schemes schemes,
    Clock clock,
    RandomGenerator random) {
  /** How messages may go out. */
  public enum Schemes {
    HTTPS,
    HTTP_TOO
  }

  /** What became of the wish for another webhook. */
  public sealed interface Outcome {
    record Created(Webhook webhook) implements Outcome {}

    /** The user has {@link Webhook#MAX_PER_USER} of them. */
    record TooMany() implements Outcome {}
  }

  /**
   * What is to be changed; the empty stays as it is.
   *
   * @param enabled one that was disabled forgets that it failed
   */
  public record Changes(
      Optional<WebhookUrl> url, Optional<Set<FactKind>> kinds, Optional<Boolean> enabled) {}

  /** Its first delivery is a test, so that whoever runs the endpoint sees one before all others. */
  public Outcome create(UserId owner, WebhookUrl url, Set<FactKind> kinds) {
    requireScheme(url);
    if (webhooks.count(owner) >= Webhook.MAX_PER_USER) {
      return new Outcome.TooMany();
    }
    Instant now = clock.instant();
    Webhook webhook =
        new Webhook(
            new WebhookId(Identifiers.next(now, random)),
            owner,
            url,
            kinds,
            Webhook.Secrets.of(WebhookSecret.random(random)),
            Webhook.State.FRESH,
            now);
    webhooks.add(webhook);
    queue.test(webhook);
    return new Outcome.Created(webhook);
  }

  public Optional<Webhook> find(WebhookId id, Principal viewer) {
    return webhooks.find(id).filter(it -> viewer.mayManage(it.owner()));
  }

  /** Those of one user, or everybody's; empty for those who may not see them. */
  public Optional<Page<Webhook>> list(Optional<UserId> owner, PageRequest page, Principal viewer) {
    return viewer.mayManage(owner) ? Optional.of(webhooks.list(owner, page)) : Optional.empty();
  }

  /** The webhook as it is then, or empty when there is none. */
  public Optional<Webhook> change(WebhookId id, Changes changes, Principal principal) {
    changes.url().ifPresent(this::requireScheme);
    Instant now = clock.instant();
    return find(id, principal)
        .flatMap(_ -> webhooks.change(id, webhook -> changed(webhook, changes, now)));
  }

  private static Webhook changed(Webhook webhook, Changes changes, Instant now) {
    Webhook there = changes.url().map(webhook::at).orElse(webhook);
    Webhook telling = changes.kinds().map(there::of).orElse(there);
    return changes
        .enabled()
        .map(on -> on ? telling.enabled() : telling.disabled(Webhook.Reason.OWNER, now))
        .orElse(telling);
  }

  /** The webhook with another secret, or empty when there is none. */
  public Optional<Webhook> rotateSecret(WebhookId id, Principal principal) {
    Instant now = clock.instant();
    WebhookSecret fresh = WebhookSecret.random(random);
    return find(id, principal)
        .flatMap(_ -> webhooks.change(id, webhook -> webhook.rotated(fresh, now)));
  }

  /** With all that was told to it. Whether there was such a webhook that is the principal's. */
  public boolean remove(WebhookId id, Principal principal) {
    boolean removed = find(id, principal).isPresent() && webhooks.remove(id);
    if (removed) {
      deliveries.removeAll(id);
    }
    return removed;
  }

  private void requireScheme(WebhookUrl url) {
    if (!url.isSecure() && schemes == Schemes.HTTPS) {
      throw new InvalidValue("url", url.value(), "must begin with https://");
    }
  }
}
