package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists the orders that are written, whether or not all of their bookings are confirmed yet. */
record OrderSearch(OrderQuery query) {
  private static final Bson WHOLE = new Document();

  Page<Order> page(Database db) {
    return new Pages<>(
            db.orders(),
            new Pages.SortField("createdAt", Pages.Kind.TIME),
            false,
            WHOLE,
            OrderDocuments::fromDocument)
        .read(db, filter(), query.page());
  }

  private Bson filter() {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(OrderDocuments.WRITTEN);
    query.user().ifPresent(it -> conditions.add(eq("userId", it.value())));
    query.from().ifPresent(it -> conditions.add(gte("createdAt", it)));
    query.to().ifPresent(it -> conditions.add(lte("createdAt", it)));
    return and(conditions);
  }
}
