package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import dev.lastseat.domain.webhook.Webhook.Secrets;
import dev.lastseat.domain.webhook.Webhook.State;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.domain.webhook.WebhookUrl;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        webhook.kinds().stream().map(FactKind::word).sorted().collect(Collectors.joining(" ")),
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
    return database.first(FIND, SqliteWebhooks::read, id.value());
  }

  @Override
  public Page<Webhook> list(Optional<UserId> owner, PageRequest page) {
    return database.snapshot(page(owner, page));
  }

  static PageQuery<Webhook> page(Optional<UserId> owner, PageRequest page) {
    Conditions ofOwner = Conditions.NONE.and("user_id = ?", owner.map(UserId::value));
    return PageQuery.newestFirst("webhook", "created_at", ofOwner, page, SqliteWebhooks::read);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(database.number(COUNT, owner.value()));
  }

  @Override
  public List<Webhook> listening() {
    return database.list(LISTENING, SqliteWebhooks::read);
  }

  @Override
  public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    return database.write(
        transaction -> {
          Optional<Webhook> changed =
              transaction.first(FIND, SqliteWebhooks::read, id.value()).map(change);
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

  private static Webhook read(ResultSet result) throws SQLException {
    Row row = new Row("webhook", result);
    WebhookId id = row.text("id", WebhookId::new);
    UserId owner = row.text("user_id", UserId::new);
    WebhookUrl url = row.text("url", WebhookUrl::new);
    Secrets secrets = secrets(row);
    State state = state(row);
    Instant createdAt = row.time("created_at");
    return row.text(
        "kinds", kinds -> new Webhook(id, owner, url, kinds(kinds), secrets, state, createdAt));
  }

  private static Set<FactKind> kinds(String words) {
    return Set.of(words.split(" ")).stream().map(Webhook::kind).collect(Collectors.toSet());
  }

  private static Secrets secrets(Row row) throws SQLException {
    Optional<WebhookSecret> replaced = row.optionalText("replaced_secret", WebhookSecret::new);
    Optional<Instant> until = row.optionalTime("replaced_until");
    return row.text(
        "secret",
        current ->
            new Secrets(
                new WebhookSecret(current),
                replaced.map(it -> new Secrets.Replaced(it, until.orElseThrow()))));
  }

  private static State state(Row row) throws SQLException {
    return row.optionalText("disabled", reason -> reason).isPresent()
        ? new State.Disabled(row.word("disabled", Reason.class), row.time("disabled_at"))
        : new State.Enabled(row.optionalTime("failing_since"));
  }
}
