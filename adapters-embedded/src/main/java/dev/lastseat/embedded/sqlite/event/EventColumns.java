package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as values of {@code event}, in the order of {@link SqliteEvents}. What names sort by and
 * venues are found by is made here, for SQLite folds no letters but A to Z.
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

  /** Parted by blanks. */
  private static String words(EventDetails details) {
    return details.words().stream().sorted().collect(Collectors.joining(" "));
  }

  private static Stream<Object> changeable(Event event) {
    EventDetails details = event.details();
    return Stream.of(
        details.name(),
        details.sortKey(),
        details.date().toEpochMilli(),
        details.venue(),
        details.venueKey(),
        words(details),
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
