package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.SearchWords;
import dev.lastseat.domain.shared.Text;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as values of {@code event}, in the order of {@link EventSql}. Names and venues are folded
 * here, for SQLite folds no letters but A to Z.
 */
public final class EventColumns {
  private EventColumns() {}

  public static Object[] add(Event event) {
    Stream<Object> first = Stream.of(event.id().value(), event.createdAt().toEpochMilli());
    return Stream.concat(changeable(event), first).toArray();
  }

  static Object[] update(Event event) {
    return Stream.concat(changeable(event), Stream.of(event.id().value())).toArray();
  }

  /** All that an event is found by, parted by blanks. */
  static String words(String name, String venue) {
    return SearchWords.of(name + " " + venue).stream().sorted().collect(Collectors.joining(" "));
  }

  private static Stream<Object> changeable(Event event) {
    EventDetails details = event.details();
    return Stream.of(
        details.name(),
        Text.folded(details.name()),
        details.date().toEpochMilli(),
        details.venue(),
        Text.folded(details.venue()),
        words(details.name(), details.venue()),
        details.totalTickets(),
        details.price().minorUnits(),
        details.price().currency().getCurrencyCode(),
        details.price().tenThousandths(),
        details.maxTicketsPerUser(),
        event.status().word(),
        event.version(),
        event.updatedAt().toEpochMilli());
  }
}
