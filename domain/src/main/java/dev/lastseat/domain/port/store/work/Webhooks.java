package dev.lastseat.domain.port.store.work;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All webhooks. Of changes at once each sees what the one before it has left. */
public interface Webhooks {
  /** Adds a webhook with an id that no other has. */
  void add(Webhook webhook);

  Optional<Webhook> find(WebhookId id);

  /** Those of a user, or of everybody, the newest first. */
  Page<Webhook> list(Optional<UserId> owner, PageRequest page);

  /** How many the user has. */
  int count(UserId owner);

  /**
   * All but those that their owners disabled, in no order: what happens while others are disabled
   * is kept for them.
   */
  List<Webhook> listening();

  /**
   * Changes a webhook, in one atomic step.
   *
   * @param change may be asked several times, and does nothing else
   * @return what has become of it; empty if it is not there
   */
  Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change);

  /**
   * Removes a webhook, in one atomic step.
   *
   * @return whether it was there
   */
  boolean remove(WebhookId id);
}
