package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.SearchWords;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PriceRank;
import dev.lastseat.domain.shared.TextKey;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.PageReader;
import dev.lastseat.embedded.sqlite.engine.PageReader.Conditions;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Values;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists events. */
public record EventSearch(EventQuery query) {

  Work<SqlConnection, Page<Event>> page() {
    return pages().page(List.of(conditions()), query.page());
  }

  /** The statement for its first page. */
  public String statement() {
    return pages().statement(List.of(conditions()), query.page());
  }

  private PageReader<Event> pages() {
    boolean textual = query.sort() == EventQuery.Sort.NAME;
    return new PageReader<>("event", column(), textual, query.ascending(), EventRows::read);
  }

  private String column() {
    return switch (query.sort()) {
      case DATE -> "date";
      case NAME -> "name_sorted";
      case PRICE -> "price_rank";
      case CREATED_AT -> "created_at";
    };
  }

  private Conditions conditions() {
    var statuses = query.statuses().stream().map(EventStatus::word).toList();
    return Conditions.NONE
        .and("deleted_at is null")
        .and("status in (select value from json_each(?))", Values.words(statuses))
        .and("date >= ?", query.from().map(Values::from))
        .and("date <= ?", query.to().map(Values::to))
        .and("venue_key = ?", query.venue().map(TextKey::of))
        .and("currency = ?", query.currency().map(Currency::getCurrencyCode))
        .and("price_rank >= ?", query.minPrice().map(PriceRank::atLeast))
        .and("price_rank <= ?", query.maxPrice().map(PriceRank::atMost))
        .and(
            "seq in (select rowid from event_words where event_words match ?)",
            query.search().map(EventSearch::match));
  }

  /**
   * A query of FTS5 (https://sqlite.org/fts5.html, section 3): each word is quoted, so that nothing
   * in it is an operator, and one that is followed by * is a beginning.
   */
  private static String match(SearchWords words) {
    return Stream.concat(
            words.whole().stream().map(word -> '"' + word + '"'),
            words.beginning().map(word -> '"' + word + "\"*").stream())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
