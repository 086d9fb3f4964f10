package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PriceRank;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.embedded.sqlite.engine.Conditions;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import dev.lastseat.embedded.sqlite.engine.PageReader;
import dev.lastseat.embedded.sqlite.engine.SortColumn;
import dev.lastseat.embedded.sqlite.engine.Sql;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Times;
import java.sql.SQLException;

/** Lists events. */
public record EventSearch(EventQuery query) {

  Page<Event> in(SqlConnection connection) throws SQLException {
    return pages().read(connection, conditions(), query.page());
  }

  /** The statement for its first page. */
  public Sql statement() {
    return pages().select(conditions());
  }

  private PageReader<Event> pages() {
    return new PageReader<>("event", sortColumn(), query.ascending(), EventRows::read);
  }

  private SortColumn sortColumn() {
    return switch (query.sort()) {
      case DATE -> new SortColumn("date", false);
      case NAME -> new SortColumn("name_folded", true);
      case PRICE -> new SortColumn("price_rank", false);
      case CREATED_AT -> new SortColumn("created_at", false);
    };
  }

  private Conditions conditions() {
    var statuses = query.statuses().stream().map(EventStatus::word).toList();
    return Conditions.none()
        .and("deleted_at is null")
        .and("status in (select value from json_each(?))", JsonArrays.ofWords(statuses))
        .and("date >= ?", query.from().map(Times::from))
        .and("date <= ?", query.to().map(Times::to))
        .and("venue_folded = ?", query.venue().map(String::strip).map(Text::folded))
        .and("price_rank >= ?", query.minPrice().map(PriceRank::atLeast))
        .and("price_rank <= ?", query.maxPrice().map(PriceRank::atMost))
        .and(
            "seq in (select rowid from event_words where event_words match ?)",
            query.search().flatMap(FullTextQuery::of));
  }
}
