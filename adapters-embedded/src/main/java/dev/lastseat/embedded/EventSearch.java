package dev.lastseat.embedded;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/** Searches events. */
final class EventSearch {
  private EventSearch() {}

  static Page<Event> search(SqlConnection connection, EventQuery query) throws SQLException {
    Filters filters =
        new Filters()
            .and("deleted = 0")
            .and(
                "status in (" + marks(query.statuses().size()) + ")",
                query.statuses().stream().map(EventStatus::word).toArray())
            .and("date >= ?", query.from().map(Instant::toEpochMilli))
            .and("date <= ?", query.to().map(Instant::toEpochMilli))
            .and("venue_key = ?", query.venue().map(String::strip).map(EventRows::key))
            .and("price_rank >= ?", query.minPrice().map(p -> rank(p, RoundingMode.CEILING)))
            .and("price_rank <= ?", query.maxPrice().map(p -> rank(p, RoundingMode.FLOOR)))
            .and(
                "seq in (select rowid from event_text where event_text match ?)",
                query.search().flatMap(EventSearch::match));
    return page(query).read(connection, filters, query.page());
  }

  private static PageQuery<Event> page(EventQuery query) {
    String key =
        switch (query.sort()) {
          case DATE -> "date";
          case NAME -> "name_key";
          case PRICE -> "price_rank";
          case CREATED_AT -> "created_at";
        };
    return new PageQuery<>(
        "select *, " + key + " as position_key from event",
        "select count(*) from event",
        key,
        query.sort() != EventQuery.Sort.NAME,
        "id",
        query.ascending(),
        EventRows::read);
  }

  /** Prices beyond what a price can be are as good as the largest one. */
  private static Long rank(BigDecimal major, RoundingMode rounding) {
    BigDecimal rank = major.movePointRight(4).setScale(0, rounding);
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    return rank.min(most).max(most.negate()).longValueExact();
  }

  /**
   * Every word in quotes, so that nothing in it is an operator (https://www.sqlite.org/fts5.html,
   * section 3.1).
   */
  private static Optional<String> match(String search) {
    String words =
        Arrays.stream(search.split("[^\\p{L}\\p{N}\\p{M}]+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
