package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventQuery;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an event is among those a query wants. */
record EventFilter(EventQuery query) implements Predicate<Event> {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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
    return words(details.name() + " " + details.venue()).containsAll(words(text));
  }

  private static Set<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return BETWEEN_WORDS
        .splitAsStream(plain.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
