package dev.lastseat.application.audit;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What the store has of what is sold: what {@link AccountCheck} has of accounts. */
record SaleCheck(Store store) {
  static final Set<String> TYPES =
      Set.of(
          StreamId.EVENT,
          StreamId.BOOKING,
          StreamId.ORDER,
          StreamId.TICKET,
          StreamId.PAYMENT,
          StreamId.CHECKIN_LIST,
          StreamId.CHECKIN);

  /** Empty where it has none. */
  Optional<SortedMap<String, String>> stored(StreamId stream) {
    return switch (stream.type()) {
      case StreamId.EVENT -> event(new EventId(stream.id()));
      case StreamId.BOOKING -> {
        Optional<Booking> booking = store.bookings().find(new BookingId(stream.id()));
        yield booking.map(BookingFacts::fields);
      }
      case StreamId.TICKET -> ticket(TicketId.parse(stream.id()));
      case StreamId.PAYMENT ->
          store.payments().find(PaymentId.parse(stream.id())).map(PaymentFacts::fields);
      case StreamId.CHECKIN_LIST ->
          store.checkins().find(new CheckinListId(stream.id())).map(CheckinFacts::fields);
      case StreamId.CHECKIN -> checkin(stream);
      default -> store.orders().find(new OrderId(stream.id())).map(OrderFacts::fields);
    };
  }

  private Optional<SortedMap<String, String>> ticket(TicketId id) {
    return store.tickets().changed(List.of(id.booking())).stream()
        .filter(it -> it.ticket().equals(id))
        .map(TicketFacts::fields)
        .findAny();
  }

  /** The name of the stream is the list, a dot and the ticket. */
  private Optional<SortedMap<String, String>> checkin(StreamId stream) {
    String[] listAndTicket = stream.id().split("\\.", 2);
    return store
        .checkins()
        .find(new CheckinListId(listAndTicket[0]), TicketId.parse(listAndTicket[1]))
        .map(CheckinFacts::fields);
  }

  /** As {@link Told} has it. */
  private Optional<SortedMap<String, String>> event(EventId id) {
    Map<EventId, Event> ever = store.events().findAll(List.of(id));
    return Optional.ofNullable(ever.get(id))
        .map(event -> fields(event, store.events().find(id).isEmpty()));
  }

  static SortedMap<String, String> fields(Event event, boolean isDeleted) {
    SortedMap<String, String> fields = EventFacts.fields(event);
    fields.put(
        isDeleted ? "deletedAt" : "version", isDeleted ? "" : Long.toString(event.version()));
    return fields;
  }
}
