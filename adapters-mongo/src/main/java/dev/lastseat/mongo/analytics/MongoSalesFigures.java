package dev.lastseat.mongo.analytics;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.StoredFacts;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Figures in the collection {@code sales}, a document for each slot. */
public record MongoSalesFigures(Database db) implements SalesFigures {
  @Override
  public List<SlotSales> find(Collection<SalesSlot> slots) {
    Bson wanted = in("_id", slots.stream().map(MongoSalesFigures::id).toList());
    return db.list(db.sales().find(wanted), MongoSalesFigures::figures);
  }

  @Override
  public boolean save(SlotSales figures, long from) {
    Document document = document(figures);
    return (from == 0 && db.insert(db.sales(), document).isEmpty())
        || db.update(
            db.sales(),
            and(eq(id(figures.slot())), eq("upTo", from)),
            new Document("$set", document));
  }

  @Override
  public List<SlotSales> between(Optional<EventId> event, Instant from, Instant to) {
    Bson ofEvent = event.map(wanted -> eq("event", wanted.value())).orElse(empty());
    Bson wanted = and(ofEvent, gte("start", from), lt("start", to));
    var found = db.sales().find(wanted).sort(Sorts.ascending("start", "_id"));
    return db.list(found, MongoSalesFigures::figures);
  }

  @Override
  public void clear() {
    var _ = db.ask(() -> db.sales().deleteMany(empty()));
  }

  private static String id(SalesSlot slot) {
    return "%s/%s/%s".formatted(slot.event().value(), slot.start(), slot.currency());
  }

  private static Document document(SlotSales figures) {
    return DocumentFields.whole(StoredFacts.values(figures))
        .append("_id", id(figures.slot()))
        .append("event", figures.slot().event().value())
        .append("start", figures.slot().start())
        .append("currency", figures.slot().currency().getCurrencyCode());
  }

  private static SlotSales figures(Document document) {
    Fields fields = new DocumentFields("sales", document);
    return StoredFacts.sales(fields, fields.text("event", EventId::new));
  }
}
