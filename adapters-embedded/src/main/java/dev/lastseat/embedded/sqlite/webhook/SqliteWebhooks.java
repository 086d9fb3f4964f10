package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredWebhooks;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Secrets;
import dev.lastseat.domain.webhook.Webhook.State;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in the table {@code webhook}. */
public record SqliteWebhooks(Database database) implements Webhooks {
  private static final String PUT =
      """
      insert or replace into webhook
        (id, user_id, url, kinds, secret, replaced_secret, replaced_until,
         failing_since, disabled, disabled_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND = "select * from webhook where id = ?";
  private static final String COUNT = "select count(*) from webhook where user_id = ?";
  private static final String LISTENING =
      "select * from webhook where disabled is null or disabled <> 'owner'";
  private static final String REMOVE = "delete from webhook where id = ?";
  private static final String REMOVE_ALL = "delete from webhook where user_id = ?";

  @Override
  public void add(Webhook webhook) {
    int _ = database.write(transaction -> put(transaction, webhook));
  }

  private static int put(Transaction transaction, Webhook webhook) throws SQLException {
    Optional<Secrets.Replaced> replaced = webhook.secrets().replaced();
    Optional<Instant> failingSince = Optional.empty();
    Optional<State.Disabled> disabled = Optional.empty();
    switch (webhook.state()) {
      case State.Enabled(Optional<Instant> since) -> failingSince = since;
      case State.Disabled it -> disabled = Optional.of(it);
    }
    return transaction.update(
        PUT,
        webhook.id().value(),
        webhook.owner().value(),
        webhook.url().value(),
        webhook.kinds().stream().map(FactKind::word).sorted().toList(),
        webhook.secrets().current().value(),
        replaced.map(it -> it.secret().value()),
        replaced.map(Secrets.Replaced::until),
        failingSince,
        disabled.map(it -> it.reason().name().toLowerCase(Locale.ROOT)),
        disabled.map(State.Disabled::at),
        webhook.createdAt());
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
    return database.list(LISTENING, StoredWebhooks::webhook);
  }

  @Override
  public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    return database.write(
        transaction -> {
          Optional<Webhook> changed =
              transaction.first(FIND, StoredWebhooks::webhook, id.value()).map(change);
          if (changed.isPresent()) {
            put(transaction, changed.get());
          }
          return changed;
        });
  }

  @Override
  public boolean remove(WebhookId id) {
    return database.update(REMOVE, id.value()) == 1;
  }

  @Override
  public void removeAll(UserId owner) {
    database.update(REMOVE_ALL, owner.value());
  }
}
