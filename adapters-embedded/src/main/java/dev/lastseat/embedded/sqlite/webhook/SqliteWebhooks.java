package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredWebhooks;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in the table {@code webhook}. */
public record SqliteWebhooks(Database database) implements Webhooks {
  private static final String FIND = "select * from webhook where id = ?";
  private static final String COUNT = "select count(*) from webhook where user_id = ?";
  private static final String LISTENING =
      "select * from webhook where disabled is null or disabled <> 'owner'";
  private static final String REMOVE = "delete from webhook where id = ?";

  @Override
  public void add(Webhook webhook) {
    boolean _ = database.write(put(webhook));
  }

  private static Write put(Webhook webhook) {
    return Write.insert("insert or replace into webhook", StoredWebhooks.values(webhook));
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return database.first(FIND, StoredWebhooks::webhook, id.value());
  }

  @Override
  public Page<Webhook> list(Optional<UserId> owner, PageRequest page) {
    return database.snapshot(page(owner, page));
  }

  static PageQuery<Webhook> page(Optional<UserId> owner, PageRequest page) {
    Conditions ofOwner = Conditions.NONE.and("user_id = ?", owner.map(UserId::value));
    return PageQuery.newestFirst("webhook", "created_at", ofOwner, page, StoredWebhooks::webhook);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(database.number(COUNT, owner.value()));
  }

  @Override
  public List<Webhook> listening() {
    return database.readable(LISTENING, StoredWebhooks::webhook);
  }

  @Override
  public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    return database.write(
        transaction -> {
          Optional<Webhook> changed =
              transaction.first(FIND, StoredWebhooks::webhook, id.value()).map(change);
          if (changed.isPresent()) {
            put(changed.get()).in(transaction);
          }
          return changed;
        });
  }

  @Override
  public boolean remove(WebhookId id) {
    return database.update(REMOVE, id.value()) == 1;
  }
}
