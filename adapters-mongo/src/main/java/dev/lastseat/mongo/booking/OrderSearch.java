package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Lists the orders that are written, whether or not all of their bookings are confirmed yet. */
record OrderSearch(OrderQuery query) {

  Page<Order> page(Database db) {
    return Pages.newestFirst(db.orders(), "createdAt", OrderDocuments::fromDocument)
        .read(db, filter(), query.page());
  }

  private Bson filter() {
    return Pages.all(
        List.of(
            Optional.of(OrderDocuments.WRITTEN),
            query.user().map(it -> eq("userId", it.value())),
            query.from().map(it -> gte("createdAt", it)),
            query.to().map(it -> lte("createdAt", it))));
  }
}
