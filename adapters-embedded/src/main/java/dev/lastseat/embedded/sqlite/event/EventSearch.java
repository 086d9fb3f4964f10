package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.PriceRank;
import dev.lastseat.domain.shared.TextKey;
import dev.lastseat.domain.stored.StoredEvents;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.PageQuery.Order;
import dev.lastseat.embedded.sqlite.row.Words;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Lists events. */
public record EventSearch(EventQuery query) {

  public PageQuery<Event> page() {
    return new PageQuery<>(
        "event", order(), List.of(conditions()), query.page(), StoredEvents::event);
  }

  private Order order() {
    return switch (query.sort()) {
      case DATE -> new Order("date", false, query.ascending());
      case NAME -> new Order("name_sorted", true, query.ascending());
      case PRICE -> new Order("price_rank", false, query.ascending());
      case CREATED_AT -> new Order("created_at", false, query.ascending());
    };
  }

  private Conditions conditions() {
    var statuses = query.statuses().stream().map(EventStatus::word).toList();
    return Conditions.NONE
        .and("deleted_at is null")
        .and("status in (select value from json_each(?))", statuses)
        .and("organiser = ?", query.organiser().map(UserId::value))
        .and("date >= ?", query.period().earliest())
        .and("date <= ?", query.period().latest())
        .and("day >= ?", query.period().firstDay().map(LocalDate::toEpochDay))
        .and("day <= ?", query.period().lastDay().map(LocalDate::toEpochDay))
        .and("venue_key = ?", query.venue().map(TextKey::of))
        .and("currency = ?", query.currency().map(Currency::getCurrencyCode))
        .and("price_rank >= ?", query.minPrice().map(PriceRank::atLeast))
        .and("price_rank <= ?", query.maxPrice().map(PriceRank::atMost))
        .and(
            "seq in (select rowid from event_words where event_words match ?)",
            query.search().map(Words::match));
  }
}
