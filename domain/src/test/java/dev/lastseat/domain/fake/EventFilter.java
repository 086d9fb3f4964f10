package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.TextKey;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;

/** Whether an event is among those a query wants. */
record EventFilter(EventQuery query) implements Predicate<Event> {
  @Override
  public boolean test(Event event) {
    EventDetails details = event.details();
    return query.statuses().contains(event.status())
        && query.organiser().filter(it -> !it.equals(event.organiser())).isEmpty()
        && query.period().contains(details.schedule())
        && query.venue().map(TextKey::of).filter(it -> !it.equals(details.venueKey())).isEmpty()
        && query.search().filter(words -> !occur(words, details.words())).isEmpty()
        && query.currency().filter(it -> !it.equals(details.price().currency())).isEmpty()
        && costs(details.price().major());
  }

  private boolean costs(BigDecimal price) {
    return query.minPrice().filter(min -> price.compareTo(min) < 0).isEmpty()
        && query.maxPrice().filter(max -> price.compareTo(max) > 0).isEmpty();
  }

  static boolean occur(SearchWords wanted, Set<String> words) {
    return words.containsAll(wanted.whole())
        && wanted
            .beginning()
            .filter(it -> words.stream().noneMatch(w -> w.startsWith(it)))
            .isEmpty();
  }
}
