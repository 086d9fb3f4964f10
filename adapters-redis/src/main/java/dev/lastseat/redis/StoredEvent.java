package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;

/**
 * An event as JSON.
 *
 * @param readAt when the store was asked for it, in milliseconds since 1970
 */
record StoredEvent(
    long readAt,
    String id,
    String name,
    String date,
    String venue,
    int totalTickets,
    long price,
    String currency,
    int maxTicketsPerUser,
    String status,
    long version,
    String createdAt,
    String updatedAt) {

  static StoredEvent of(Event event, long readAt) {
    EventDetails details = event.details();
    return new StoredEvent(
        readAt,
        event.id().value(),
        details.name(),
        details.date().toString(),
        details.venue(),
        details.totalTickets(),
        details.price().minorUnits(),
        details.price().currency().getCurrencyCode(),
        details.maxTicketsPerUser(),
        event.status().name(),
        event.version(),
        event.createdAt().toString(),
        event.updatedAt().toString());
  }

  /**
   * The event that was written.
   *
   * @throws RuntimeException of any kind when it was not written here
   */
  Event event() {
    EventDetails details =
        new EventDetails(
            name,
            Instant.parse(date),
            venue,
            totalTickets,
            new Money(price, Money.currency(currency)),
            maxTicketsPerUser);
    return new Event(
        new EventId(id),
        details,
        EventStatus.valueOf(status),
        version,
        Instant.parse(createdAt),
        Instant.parse(updatedAt));
  }
}
