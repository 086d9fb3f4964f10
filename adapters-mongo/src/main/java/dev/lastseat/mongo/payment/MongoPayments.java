package dev.lastseat.mongo.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Payments;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.stored.StoredPayments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Payments in the collection {@code payments}, by provider and reference; a unique index sees to it
 * that a booking or an order is paid once.
 */
public record MongoPayments(Database db) implements Payments {
  private static final Function<Document, Payment> READ =
      DocumentFields.of("payments", StoredPayments::payment);

  private static final Pages.SortField NOTED = new Pages.SortField("notedAt", Pages.Kind.TIME);
  private static final Bson WITHOUT_FACTS = Projections.exclude(EmbeddedFacts.FIELDS);

  @Override
  public Optional<Payment> add(Payment payment) {
    Document document = DocumentFields.sparse(StoredPayments.values(payment));
    Document told = EmbeddedFacts.first(document, PaymentFacts.noted(payment));
    if (db.insert(db.payments(), told).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        find(payment.id())
            .orElseThrow(() -> new StoreUnavailable("a payment is not to be read yet")));
  }

  @Override
  public Changing change(Payment from, Payment to) {
    Bson asRead = and(eq(from.id().text()), eq("version", from.version()));
    Bson next = EmbeddedFacts.update(StoredPayments.changeable(to), PaymentFacts.changed(from, to));
    return db.updateUnlessTaken(db.payments(), asRead, next)
        .map(changed -> changed ? Changing.CHANGED : Changing.STALE)
        .orElse(Changing.PAID_BY_ANOTHER);
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return db.first(db.payments().find(eq(id.text())).projection(WITHOUT_FACTS), READ);
  }

  @Override
  public Page<Payment> search(PaymentQuery query) {
    Bson event = query.event().map(it -> eq("events", it.value())).orElse(empty());
    Bson status = query.status().map(it -> eq("status", it.word())).orElse(empty());
    Bson since = query.since().map(it -> gte("notedAt", it)).orElse(empty());
    return new Pages<>(db.payments(), NOTED, false, WITHOUT_FACTS, READ)
        .read(db, and(event, status, since), query.page());
  }
}
