package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Period;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PriceRank;
import dev.lastseat.domain.shared.TextKey;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.engine.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** Lists events. */
record EventSearch(EventQuery query) {

  Page<Event> page(Database db) {
    return new Pages<>(
            db.events(),
            sortField(),
            query.ascending(),
            EventDocuments.READ,
            EventDocuments::fromDocument)
        .read(db, filter(), query.page());
  }

  private Pages.SortField sortField() {
    return switch (query.sort()) {
      case DATE -> new Pages.SortField("date", Pages.Kind.TIME);
      case NAME -> new Pages.SortField("nameSorted", Pages.Kind.TEXT);
      case PRICE -> new Pages.SortField("priceRank", Pages.Kind.NUMBER);
      case CREATED_AT -> new Pages.SortField("createdAt", Pages.Kind.TIME);
    };
  }

  /** Drafts whose time has come, and whose sale has not ended. */
  static Bson toPublish(Instant until) {
    return and(
        eq("status", EventStatus.DRAFT.word()),
        EventDocuments.NOT_DELETED,
        lte("publishAt", until),
        or(gt("salesUntil", until), and(eq("salesUntil", null), gt("date", until))));
  }

  private Bson filter() {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(EventDocuments.NOT_DELETED);
    conditions.add(in("status", query.statuses().stream().map(EventStatus::word).toList()));
    query.organiser().ifPresent(it -> conditions.add(eq("organiser", it.value())));
    Period period = query.period();
    period.earliest().ifPresent(it -> conditions.add(gte("date", it)));
    period.latest().ifPresent(it -> conditions.add(lte("date", it)));
    period.firstDay().ifPresent(it -> conditions.add(gte("day", it.toEpochDay())));
    period.lastDay().ifPresent(it -> conditions.add(lte("day", it.toEpochDay())));
    query.venue().ifPresent(it -> conditions.add(eq("venueKey", TextKey.of(it))));
    query.currency().ifPresent(it -> conditions.add(eq("currency", it.getCurrencyCode())));
    query.minPrice().ifPresent(it -> conditions.add(gte("priceRank", PriceRank.atLeast(it))));
    query.maxPrice().ifPresent(it -> conditions.add(lte("priceRank", PriceRank.atMost(it))));
    query.search().ifPresent(it -> conditions.add(Words.match(it)));
    return and(conditions);
  }
}
