package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.SearchWords;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** Whether an event is among those a query wants. */
record EventFilter(EventQuery query) implements Predicate<Event> {
  @Override
  public boolean test(Event event) {
    EventDetails details = event.details();
    return query.statuses().contains(event.status())
        && query.from().filter(details.date()::isBefore).isEmpty()
        && query.to().filter(details.date()::isAfter).isEmpty()
        && query.venue().filter(venue -> !venue.equalsIgnoreCase(details.venue())).isEmpty()
        && query.search().filter(text -> !occurs(text, details)).isEmpty()
        && costs(details.price().major());
  }

  private boolean costs(BigDecimal price) {
    return query.minPrice().filter(min -> price.compareTo(min) < 0).isEmpty()
        && query.maxPrice().filter(max -> price.compareTo(max) > 0).isEmpty();
  }

  private static boolean occurs(String text, EventDetails details) {
    return SearchWords.of(details.name() + " " + details.venue()).containsAll(SearchWords.of(text));
  }
}
