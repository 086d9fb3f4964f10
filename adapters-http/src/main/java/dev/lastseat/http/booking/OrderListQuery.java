package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.userId;

import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The query of GET /orders. */
record OrderListQuery(OrderQuery query, Paging paging) {
  static OrderListQuery of(Context context) {
    Query query = new Query(context);
    UserId own = userId(context);
    Optional<UserId> user = BookingListQuery.whose(query, Optional.of(own));
    Optional<Instant> from = query.instant("dateFrom", false, ZoneOffset.UTC);
    Optional<Instant> to = query.instant("dateTo", true, ZoneOffset.UTC);
    Paging paging = Paging.of(query);
    return new OrderListQuery(new OrderQuery(user, from, to, paging.request()), paging);
  }
}
