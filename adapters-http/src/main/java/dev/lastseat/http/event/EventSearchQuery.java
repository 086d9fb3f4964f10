package dev.lastseat.http.event;

import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.Sort;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import io.javalin.http.Context;
import java.util.Locale;

/** The query of GET /events. */
record EventSearchQuery(EventQuery query, When when, Paging paging) {
  private enum Order {
    ASC,
    DESC
  }

  static EventSearchQuery of(Context context) {
    Query query = new Query(context);
    When when = query.constant("when", When.values(), EventSearchQuery::word, When.UPCOMING);
    EventQuery events = events(query);
    Paging paging = Paging.of(query);
    query.requireGood();
    return new EventSearchQuery(events.at(paging.request()), when, paging);
  }

  private static EventQuery events(Query query) {
    return new EventQuery(
        query.constants("status", EventStatus.values(), EventStatus::word),
        query.parsed("organiserId", Identifiers.FORM, UserId::new),
        query.instant("dateFrom", false),
        query.instant("dateTo", true),
        query.line("venue"),
        query.parsed("search", SearchWords::of),
        query.parsed("currency", Money::currency),
        query.amount("minPrice"),
        query.amount("maxPrice"),
        query.constant("sortBy", Sort.values(), EventSearchQuery::word, Sort.DATE),
        query.constant("sortOrder", Order.values(), EventSearchQuery::word, Order.ASC) == Order.ASC,
        PageRequest.FIRST);
  }

  private static String word(Enum<?> constant) {
    return constant == Sort.CREATED_AT ? "createdAt" : constant.name().toLowerCase(Locale.ROOT);
  }
}
