package dev.lastseat.application.webhook;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Payments;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the events that streams are about, deleted ones too. */
public record Subjects(Events events, Bookings bookings, Payments payments) {

  /**
   * In two questions, however many events and bookings they are of; and one for each payment, which
   * may be about several events, or about none.
   */
  Map<StreamId, List<Event>> of(Set<StreamId> streams) {
    Map<StreamId, BookingId> sold = new HashMap<>();
    Map<StreamId, List<EventId>> ids = new HashMap<>();
    for (StreamId stream : streams) {
      switch (stream.type()) {
        case StreamId.BOOKING -> sold.put(stream, new BookingId(stream.id()));
        case StreamId.PAYMENT -> ids.put(stream, paid(PaymentId.parse(stream.id())));
        case StreamId.EVENT -> ids.put(stream, List.of(new EventId(stream.id())));
        default -> {}
      }
    }
    Map<BookingId, EventId> booked = eventsOf(sold.values());
    sold.forEach((stream, id) -> ids.put(stream, Stream.ofNullable(booked.get(id)).toList()));
    return found(ids);
  }

  private List<EventId> paid(PaymentId id) {
    return payments.find(id).map(Payment::events).orElseGet(List::of);
  }

  private Map<BookingId, EventId> eventsOf(Collection<BookingId> ids) {
    return bookings.findAll(Set.copyOf(ids)).values().stream()
        .collect(Collectors.toMap(it -> it.id(), it -> it.details().eventId()));
  }

  private Map<StreamId, List<Event>> found(Map<StreamId, List<EventId>> ids) {
    Map<EventId, Event> all =
        events.findAll(ids.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<StreamId, List<Event>> about = new HashMap<>();
    ids.forEach(
        (stream, them) ->
            about.put(stream, them.stream().map(all::get).filter(Objects::nonNull).toList()));
    return about;
  }
}
