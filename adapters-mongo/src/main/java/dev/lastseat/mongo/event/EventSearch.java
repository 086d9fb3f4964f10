package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.SearchWords;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PriceRank;
import dev.lastseat.domain.shared.TextKey;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import dev.lastseat.mongo.engine.SortField;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
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
        .read(filter(), query.page());
  }

  private SortField sortField() {
    return switch (query.sort()) {
      case DATE -> new SortField(EventDocuments.DATE, SortField.Kind.TIME);
      case NAME -> new SortField(EventDocuments.NAME_SORTED, SortField.Kind.TEXT);
      case PRICE -> new SortField(EventDocuments.PRICE_RANK, SortField.Kind.NUMBER);
      case CREATED_AT -> new SortField(EventDocuments.CREATED_AT, SortField.Kind.TIME);
    };
  }

  private Bson filter() {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(EventReads.NOT_DELETED);
    conditions.add(
        in(EventDocuments.STATUS, query.statuses().stream().map(EventStatus::word).toList()));
    query.from().ifPresent(it -> conditions.add(gte(EventDocuments.DATE, it)));
    query.to().ifPresent(it -> conditions.add(lte(EventDocuments.DATE, it)));
    query
        .venue()
        .map(TextKey::of)
        .ifPresent(it -> conditions.add(eq(EventDocuments.VENUE_KEY, it)));
    query
        .currency()
        .map(Currency::getCurrencyCode)
        .ifPresent(it -> conditions.add(eq(EventDocuments.CURRENCY, it)));
    query
        .minPrice()
        .map(PriceRank::atLeast)
        .ifPresent(it -> conditions.add(gte(EventDocuments.PRICE_RANK, it)));
    query
        .maxPrice()
        .map(PriceRank::atMost)
        .ifPresent(it -> conditions.add(lte(EventDocuments.PRICE_RANK, it)));
    query.search().ifPresent(words -> conditions.addAll(words(words)));
    return and(conditions);
  }

  /** Words are letters and digits, so that nothing in them is an operator of the expression. */
  private static List<Bson> words(SearchWords words) {
    Stream<Bson> whole = words.whole().stream().map(word -> eq(EventDocuments.WORDS, word));
    Stream<Bson> beginning =
        words.beginning().map(word -> regex(EventDocuments.WORDS, "^" + word)).stream();
    return Stream.concat(whole, beginning).toList();
  }
}
