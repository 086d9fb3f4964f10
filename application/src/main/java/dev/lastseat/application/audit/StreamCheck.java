package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.HashFunction;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Whether what the store has of an aggregate is what its facts add up to. Somebody may change it
 * between two looks, so a difference counts if it is there while no fact is added.
 */
final class StreamCheck {
  private static final int LOOKS = 5;
  private static final Set<String> SOLD =
      Set.of(
          StreamId.EVENT,
          StreamId.BOOKING,
          StreamId.ORDER,
          StreamId.TICKET,
          StreamId.PAYMENT,
          StreamId.CHECKIN_LIST,
          StreamId.CHECKIN);

  private final VerifyFacts.Stores stores;
  private final AccountCheck accounts;
  private final Findings findings;
  private final StreamSet checked;
  private final TakenPlaces taken = new TakenPlaces();

  StreamCheck(
      VerifyFacts.Stores stores, AccountCheck accounts, HashFunction sha256, Findings findings) {
    this.stores = stores;
    this.accounts = accounts;
    this.checked = new StreamSet(sha256);
    this.findings = findings;
  }

  /** What was found in the store, of which some fact must tell, though it be on its way. */
  void check(Map<StreamId, SortedMap<String, String>> stored) {
    check(stored.keySet().stream().filter(checked::add).toList(), stored);
  }

  /** What facts name, if it was not found in the store. */
  void checkNamed(Collection<StreamId> streams) {
    List<StreamId> others = streams.stream().filter(checked::add).toList();
    if (!others.isEmpty()) {
      check(others, bookings(others));
    }
  }

  /** What all that was checked has by its facts. */
  TakenPlaces taken() {
    return taken;
  }

  List<Told> told(Collection<StreamId> streams) {
    try {
      return read(streams);
    } catch (CorruptDocument _) {
      return streams.stream().flatMap(stream -> told(stream).stream()).toList();
    }
  }

  private Optional<Told> told(StreamId stream) {
    try {
      return Optional.of(read(List.of(stream)).getFirst());
    } catch (CorruptDocument corrupt) {
      findings.differs(stream.text(), corrupt);
      return Optional.empty();
    }
  }

  /** What is on its way first: it leaves for the log, and does not come back. */
  private List<Told> read(Collection<StreamId> streams) {
    Map<StreamId, List<Fact>> underway =
        stores.underway().facts().apply(streams).stream()
            .collect(Collectors.groupingBy(Fact::stream));
    return stores.log().ofAll(streams).entrySet().stream()
        .map(
            it ->
                Told.of(it.getKey(), it.getValue(), underway.getOrDefault(it.getKey(), List.of())))
        .toList();
  }

  private void check(
      Collection<StreamId> streams, Map<StreamId, SortedMap<String, String>> stored) {
    for (Told told : told(streams)) {
      findings.countStream();
      taken.add(told);
      Optional<Fact> unknown = told.unknown();
      if (unknown.isPresent()) {
        findings.note(unknown.get().id(), "is of a kind not known here: " + unknown.get().kind());
      } else if (!told.differences(Optional.ofNullable(stored.get(told.stream()))).isEmpty()) {
        compare(told);
      }
    }
  }

  /** Nearly all streams are bookings, and one question for many is cheaper. */
  private Map<StreamId, SortedMap<String, String>> bookings(List<StreamId> streams) {
    try {
      return stores
          .bookings()
          .findAll(
              streams.stream()
                  .filter(stream -> stream.type().equals(StreamId.BOOKING))
                  .map(stream -> new BookingId(stream.id()))
                  .toList())
          .values()
          .stream()
          .collect(Collectors.toMap(it -> StreamId.of(it.id()), BookingFacts::fields));
    } catch (CorruptDocument _) {
      return Map.of();
    }
  }

  private void compare(Told first) {
    Told told = first;
    for (int look = 1; isCompared(told.stream()); look++) {
      List<String> differences = differences(told);
      if (differences.isEmpty()) {
        return;
      }
      stores.underway().arrive().run();
      Told now = read(List.of(told.stream())).getFirst();
      if (look >= LOOKS && now.facts().equals(told.facts())) {
        differences.forEach(how -> findings.differs(first.stream().text(), how));
        return;
      }
      told = now;
    }
  }

  private static boolean isCompared(StreamId stream) {
    return SOLD.contains(stream.type()) || AccountCheck.TYPES.contains(stream.type());
  }

  private List<String> differences(Told told) {
    try {
      return told.differences(
          SOLD.contains(told.stream().type()) ? sold(told.stream()) : accounts.stored(told));
    } catch (CorruptDocument corrupt) {
      return List.of(String.valueOf(corrupt.getMessage()));
    }
  }

  private Optional<SortedMap<String, String>> sold(StreamId stream) {
    return switch (stream.type()) {
      case StreamId.EVENT -> event(new EventId(stream.id()));
      case StreamId.BOOKING -> {
        Optional<Booking> booking = stores.bookings().find(new BookingId(stream.id()));
        yield booking.map(BookingFacts::fields);
      }
      case StreamId.TICKET -> ticket(TicketId.parse(stream.id()));
      case StreamId.PAYMENT ->
          stores.payments().find(PaymentId.parse(stream.id())).map(PaymentFacts::fields);
      case StreamId.CHECKIN_LIST ->
          stores.checkins().find(new CheckinListId(stream.id())).map(CheckinFacts::fields);
      case StreamId.CHECKIN -> checkin(stream);
      default -> stores.orders().find(new OrderId(stream.id())).map(OrderFacts::fields);
    };
  }

  private Optional<SortedMap<String, String>> ticket(TicketId id) {
    return stores.tickets().changed(List.of(id.booking())).stream()
        .filter(it -> it.ticket().equals(id))
        .map(TicketFacts::fields)
        .findAny();
  }

  /** The name of the stream is the list, a dot and the ticket. */
  private Optional<SortedMap<String, String>> checkin(StreamId stream) {
    String[] listAndTicket = stream.id().split("\\.", 2);
    return stores
        .checkins()
        .find(new CheckinListId(listAndTicket[0]), TicketId.parse(listAndTicket[1]))
        .map(CheckinFacts::fields);
  }

  /** As {@link Told} has it. */
  private Optional<SortedMap<String, String>> event(EventId id) {
    Map<EventId, Event> ever = stores.events().findAll(List.of(id));
    return Optional.ofNullable(ever.get(id))
        .map(event -> fields(event, stores.events().find(id).isEmpty()));
  }

  static SortedMap<String, String> fields(Event event, boolean isDeleted) {
    SortedMap<String, String> fields = EventFacts.fields(event);
    fields.put(
        isDeleted ? "deletedAt" : "version", isDeleted ? "" : Long.toString(event.version()));
    return fields;
  }
}
