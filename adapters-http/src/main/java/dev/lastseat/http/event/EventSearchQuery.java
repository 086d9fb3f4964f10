package dev.lastseat.http.event;

import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.Sort;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.SearchWords;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.request.Paging;
import dev.lastseat.http.request.Query;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The query of GET /events. */
record EventSearchQuery(EventQuery query, Paging paging) {
  private static final Set<String> FILTERS =
      Set.of(
          "status",
          "dateFrom",
          "dateTo",
          "venue",
          "search",
          "currency",
          "minPrice",
          "maxPrice",
          "sortBy",
          "sortOrder");

  static EventSearchQuery of(Context context) {
    Set<String> known = new HashSet<>(FILTERS);
    known.addAll(Paging.PARAMETERS);
    Query query = new Query(context, known);
    Paging paging = Paging.of(query);
    EventQuery events =
        new EventQuery(
            query
                .constant("status", EventStatus.values(), EventStatus::word)
                .<Set<EventStatus>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(EventStatus.class)),
            query.instant("dateFrom", false),
            query.instant("dateTo", true),
            query.line("venue"),
            query.parsed("search", SearchWords::of),
            query.parsed("currency", Money::currency),
            query.amount("minPrice"),
            query.amount("maxPrice"),
            query.constant("sortBy", Sort.values(), EventSearchQuery::word).orElse(Sort.DATE),
            query.choice("sortOrder", List.of("asc", "desc")).orElse("asc").equals("asc"),
            paging.request());
    query.requireGood();
    return new EventSearchQuery(events, paging);
  }

  private static String word(Sort sort) {
    return switch (sort) {
      case DATE -> "date";
      case NAME -> "name";
      case PRICE -> "price";
      case CREATED_AT -> "createdAt";
    };
  }
}
