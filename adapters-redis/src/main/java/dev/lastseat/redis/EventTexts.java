package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events as texts. */
final class EventTexts {
  private EventTexts() {}

  static String write(Event event) {
    EventDetails details = event.details();
    return Texts.join(
        List.of(
            event.id().value(),
            details.name(),
            details.date().toString(),
            details.venue(),
            Integer.toString(details.totalTickets()),
            Long.toString(details.price().minorUnits()),
            details.price().currency().getCurrencyCode(),
            Integer.toString(details.maxTicketsPerUser()),
            event.status().name(),
            Long.toString(event.version()),
            event.createdAt().toString(),
            event.updatedAt().toString()));
  }

  /** The event that was written; empty when that was by a program that writes otherwise. */
  static Optional<Event> read(String text) {
    try {
      return Optional.of(event(Texts.split(text)));
    } catch (RuntimeException other) {
      return Optional.empty();
    }
  }

  private static Event event(List<String> texts) {
    Money price = new Money(Long.parseLong(texts.get(5)), Money.currency(texts.get(6)));
    EventDetails details =
        new EventDetails(
            texts.get(1),
            Instant.parse(texts.get(2)),
            texts.get(3),
            Integer.parseInt(texts.get(4)),
            price,
            Integer.parseInt(texts.get(7)));
    return new Event(
        new EventId(texts.get(0)),
        details,
        EventStatus.valueOf(texts.get(8)),
        Long.parseLong(texts.get(9)),
        Instant.parse(texts.get(10)),
        Instant.parse(texts.get(11)));
  }
}
