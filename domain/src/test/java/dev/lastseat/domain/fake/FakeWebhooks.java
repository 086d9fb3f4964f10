package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in memory. */
public final class FakeWebhooks implements Webhooks {
  private final FakeStore store;
  private final Map<WebhookId, Webhook> webhooks = new HashMap<>();

  public FakeWebhooks(FakeStore store) {
    this.store = store;
  }

  @Override
  public void add(Webhook webhook) {
    store.atomically(() -> webhooks.put(webhook.id(), webhook));
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return store.atomically(() -> Optional.ofNullable(webhooks.get(id)));
  }

  @Override
  public Page<Webhook> list(Optional<UserId> owner, PageRequest page) {
    return store.atomically(
        () -> {
          List<Webhook> found =
              webhooks.values().stream()
                  .filter(it -> owner.isEmpty() || owner.get().equals(it.owner()))
                  .toList();
          return Paging.page(found, FakeWebhooks::position, false, page);
        });
  }

  @Override
  public int count(UserId owner) {
    return store.atomically(
        () -> (int) webhooks.values().stream().filter(it -> it.owner().equals(owner)).count());
  }

  private static boolean isListening(Webhook webhook) {
    return !(webhook.state() instanceof Webhook.State.Disabled disabled
        && disabled.reason() == Webhook.Reason.OWNER);
  }

  @Override
  public List<Webhook> listening() {
    return store.atomically(
        () -> webhooks.values().stream().filter(FakeWebhooks::isListening).toList());
  }

  @Override
  public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    return store.atomically(
        () -> Optional.ofNullable(webhooks.computeIfPresent(id, (_, it) -> change.apply(it))));
  }

  @Override
  public boolean remove(WebhookId id) {
    return store.atomically(() -> webhooks.remove(id) != null);
  }

  private static Position position(Webhook webhook) {
    return new Position(Paging.key(webhook.createdAt()), webhook.id().value());
  }
}
