package dev.lastseat.domain.fact;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events as facts tell them. The version of an event is that of its latest fact. */
public final class EventFacts {
  private EventFacts() {}

  /** A new event. */
  public static Change created(Event event) {
    return Change.between(
        StreamId.of(event.id()),
        FactKind.EVENT_CREATED,
        event.createdAt(),
        Collections.emptySortedMap(),
        fields(event));
  }

  /** An event taken from one version to the next. */
  public static Change changed(Event from, Event to) {
    FactKind kind = from.status() == to.status() ? FactKind.EVENT_CHANGED : kind(to.status());
    return Change.between(StreamId.of(to.id()), kind, to.updatedAt(), fields(from), fields(to));
  }

  private static FactKind kind(EventStatus reached) {
    return switch (reached) {
      case DRAFT -> FactKind.EVENT_CHANGED;
      case PUBLISHED -> FactKind.EVENT_PUBLISHED;
      case CANCELLED -> FactKind.EVENT_CANCELLED;
      case COMPLETED -> FactKind.EVENT_COMPLETED;
    };
  }

  /** An event that nobody finds any more, but for bookings that remember it. */
  public static Change deleted(EventId event, Instant at) {
    SortedMap<String, String> data = new TreeMap<>();
    data.put("deletedAt", at.toString());
    return new Change(StreamId.of(event), FactKind.EVENT_DELETED, at, Cause.current(), data);
  }

  /** All that there is to know of an event, but for its version. */
  public static SortedMap<String, String> fields(Event event) {
    SortedMap<String, String> fields = new TreeMap<>();
    EventDetails details = event.details();
    fields.put("organiser", event.organiser().value());
    fields.put("name", details.name());
    fields.put("date", details.date().toString());
    fields.put("venue", details.venue());
    fields.put("totalTickets", Integer.toString(details.totalTickets()));
    fields.put("price", details.price().major().toPlainString());
    fields.put("currency", details.price().currency().getCurrencyCode());
    fields.put("maxTicketsPerUser", Integer.toString(details.maxTicketsPerUser()));
    fields.put("status", event.status().word());
    fields.put("createdAt", event.createdAt().toString());
    fields.put("updatedAt", event.updatedAt().toString());
    return fields;
  }

  /**
   * The event that its facts tell of.
   *
   * @throws IllegalArgumentException when they tell of none
   */
  public static Event event(EventId id, StreamState state) {
    return new Event(
        id,
        new UserId(state.text("organiser")),
        new EventDetails(
            state.text("name"),
            state.time("date"),
            state.text("venue"),
            Integer.parseInt(state.text("totalTickets")),
            state.money("price"),
            Integer.parseInt(state.text("maxTicketsPerUser"))),
        EventStatus.valueOf(state.text("status").toUpperCase(Locale.ROOT)),
        state.version(),
        state.time("createdAt"),
        state.time("updatedAt"));
  }
}
