package dev.lastseat.mongo.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredWebhooks;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Delivery.Attempt;
import dev.lastseat.domain.webhook.DeliveryId;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Deliveries in the collection {@code deliveries}, with their attempts. */
public record MongoDeliveries(Database db) implements Deliveries {

  private static final PushOptions THE_LATEST = new PushOptions().slice(-Delivery.MAX_ATTEMPTS);

  @Override
  public void addAll(List<Delivery> deliveries) {
    db.addUnlessKnown(
        db.deliveries(), deliveries.stream().map(MongoDeliveries::toDocument).toList());
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return db.first(db.deliveries().find(eq(id.value())), MongoDeliveries::fromDocument);
  }

  @Override
  public Page<Delivery> list(WebhookId webhook, Optional<Delivery.State> state, PageRequest page) {
    Bson wanted = state.map(it -> and(to(webhook), in(it))).orElseGet(() -> to(webhook));
    return Pages.newestFirst(db.deliveries(), "createdAt", MongoDeliveries::fromDocument)
        .read(db, wanted, page);
  }

  @Override
  public List<Delivery> failed(WebhookId webhook, Instant since, int most) {
    Bson wanted = and(to(webhook), in(Delivery.State.FAILED), gte("createdAt", since));
    var oldestFirst = db.deliveries().find(wanted).sort(Sorts.ascending("createdAt", "_id"));
    return db.readable(oldestFirst.limit(most), MongoDeliveries::fromDocument);
  }

  @Override
  public void tried(DeliveryId id, Attempt attempt, Delivery.State now) {
    db.update(
        db.deliveries(),
        eq(id.value()),
        Updates.combine(
            Updates.pushEach("attempts", List.of(toDocument(attempt)), THE_LATEST),
            Updates.set("state", now.word())));
  }

  @Override
  public void put(DeliveryId id, Delivery.State now) {
    db.update(db.deliveries(), eq(id.value()), Updates.set("state", now.word()));
  }

  @Override
  public void forget(Instant before) {
    db.ask(() -> db.deliveries().deleteMany(lt("createdAt", before)));
  }

  @Override
  public void removeAll(WebhookId webhook) {
    db.ask(() -> db.deliveries().deleteMany(to(webhook)));
  }

  private static Bson to(WebhookId webhook) {
    return eq("webhookId", webhook.value());
  }

  private static Bson in(Delivery.State state) {
    return eq("state", state.word());
  }

  private static Document toDocument(Delivery delivery) {
    return new Document("_id", delivery.id().value())
        .append("webhookId", delivery.webhook().value())
        .append("kind", delivery.kind())
        .append("body", delivery.body())
        .append("createdAt", delivery.createdAt())
        .append("state", delivery.state().word())
        .append("attempts", delivery.attempts().stream().map(MongoDeliveries::toDocument).toList());
  }

  private static Document toDocument(Attempt attempt) {
    Document document =
        new Document("at", attempt.at())
            .append("took", attempt.took().toMillis())
            .append("answer", attempt.answer());
    attempt.status().ifPresent(status -> document.append("status", status));
    return document;
  }

  private static Delivery fromDocument(Document document) {
    DocumentFields fields = new DocumentFields("deliveries", document);
    return StoredWebhooks.delivery(
        fields,
        fields.text("webhookId", WebhookId::new),
        fields.sensible("attempts", () -> attempts(document)));
  }

  private static List<Attempt> attempts(Document document) {
    return document.getList("attempts", Document.class).stream()
        .map(MongoDeliveries::attempt)
        .toList();
  }

  private static Attempt attempt(Document document) {
    return new Attempt(
        document.getDate("at").toInstant(),
        Duration.ofMillis(document.get("took", Number.class).longValue()),
        Optional.ofNullable(document.getInteger("status"))
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        document.getString("answer"));
  }
}
