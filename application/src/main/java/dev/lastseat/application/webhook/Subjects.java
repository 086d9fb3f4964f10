package dev.lastseat.application.webhook;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.Purchase;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.port.store.sale.Payments;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the events that streams are about, deleted ones too. */
public record Subjects(Events events, Bookings bookings, Orders orders, Payments payments) {

  /**
   * In two questions, however many events and bookings they are of; and two for each payment, which
   * may be about several events, or about none.
   */
  Map<StreamId, List<Event>> of(Set<StreamId> streams) {
    Map<StreamId, List<BookingId>> sold = new HashMap<>();
    for (StreamId stream : streams) {
      if (stream.type().equals(StreamId.BOOKING)) {
        sold.put(stream, List.of(new BookingId(stream.id())));
      } else if (stream.type().equals(StreamId.PAYMENT)) {
        sold.put(stream, paid(PaymentId.parse(stream.id())));
      }
    }
    Map<BookingId, EventId> booked =
        eventsOf(sold.values().stream().flatMap(List::stream).toList());
    Map<StreamId, List<EventId>> ids = new HashMap<>();
    sold.forEach(
        (stream, them) ->
            ids.put(stream, them.stream().map(booked::get).filter(Objects::nonNull).toList()));
    streams.stream()
        .filter(stream -> stream.type().equals(StreamId.EVENT))
        .forEach(stream -> ids.put(stream, List.of(new EventId(stream.id()))));
    return found(ids);
  }

  private List<BookingId> paid(PaymentId id) {
    return payments
        .find(id)
        .flatMap(Payment::purchase)
        .map(
            purchase ->
                switch (purchase) {
                  case Purchase.OfBooking(BookingId booking) -> List.of(booking);
                  case Purchase.OfOrder(var order) ->
                      orders.find(order).map(Order::bookings).orElse(List.of());
                })
        .orElse(List.of());
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
