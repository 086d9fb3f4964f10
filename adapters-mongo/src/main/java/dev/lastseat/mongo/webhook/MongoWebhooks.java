package dev.lastseat.mongo.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import dev.lastseat.domain.port.store.work.Webhooks;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredWebhooks;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Webhooks in the collection {@code webhooks}. */
public record MongoWebhooks(Database db) implements Webhooks {
  private static final Function<Document, Webhook> READ =
      DocumentFields.of("webhooks", StoredWebhooks::webhook);

  @Override
  public void add(Webhook webhook) {
    db.ask(() -> db.webhooks().insertOne(toDocument(webhook, 1)));
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return document(id).map(READ);
  }

  private Optional<Document> document(WebhookId id) {
    return db.first(db.webhooks().find(eq(id.value())));
  }

  @Override
  public Page<Webhook> list(Optional<UserId> owner, PageRequest page) {
    return Pages.newestFirst(db.webhooks(), "createdAt", READ)
        .read(db, owner.map(MongoWebhooks::ownedBy).orElse(empty()), page);
  }

  @Override
  public int count(UserId owner) {
    return Math.toIntExact(db.ask(() -> db.webhooks().countDocuments(ownedBy(owner))));
  }

  @Override
  public List<Webhook> listening() {
    return db.readable(db.webhooks().find(ne("disabled", Reason.OWNER.word())), READ);
  }

  /** Whoever finds another version than it read reads again. */
  @Override
  public Optional<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    Backoff backoff = db.backoff();
    while (true) {
      Optional<Document> before = document(id);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      Webhook after = change.apply(READ.apply(before.get()));
      if (replace(after, before.get().getInteger("version"))) {
        return Optional.of(after);
      }
      backoff.pauseOrFail("a webhook is changed by too many at once");
    }
  }

  private boolean replace(Webhook webhook, int version) {
    Bson asRead = and(eq(webhook.id().value()), eq("version", version));
    return db.ask(() -> db.webhooks().replaceOne(asRead, toDocument(webhook, version + 1)))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean remove(WebhookId id) {
    return db.ask(() -> db.webhooks().deleteOne(eq(id.value()))).getDeletedCount() == 1;
  }

  private static Bson ownedBy(UserId user) {
    return eq("userId", user.value());
  }

  private static Document toDocument(Webhook webhook, int version) {
    return DocumentFields.sparse(StoredWebhooks.values(webhook)).append("version", version);
  }
}
