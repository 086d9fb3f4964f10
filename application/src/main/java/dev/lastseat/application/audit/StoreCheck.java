package dev.lastseat.application.audit;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through what the store has: some fact tells of it, and nobody has a place but by facts. */
final class StoreCheck {
  private static final int LOOKS = 5;
  private static final EventQuery ALL_EVENTS =
      new EventQuery(
          EnumSet.allOf(EventStatus.class),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          EventQuery.Sort.CREATED_AT,
          true,
          PageRequest.FIRST);

  private final VerifyFacts.Stores stores;
  private final StreamCheck streams;
  private final Findings findings;
  private final Instant now;

  StoreCheck(VerifyFacts.Stores stores, StreamCheck streams, Clock clock, Findings findings) {
    this.stores = stores;
    this.streams = streams;
    this.findings = findings;
    this.now = clock.instant();
  }

  void run() {
    eachPage(page -> stores.events().search(ALL_EVENTS.at(page)), this::checkEvents);
    eachPage(page -> bookings(Optional.empty(), page), this::checkBookings);
  }

  private static <T> void eachPage(Function<PageRequest, Page<T>> read, Consumer<List<T>> check) {
    Optional<Position> next = Optional.empty();
    do {
      Page<T> page = read.apply(new PageRequest.After(next, PageRequest.MAX_LIMIT));
      check.accept(page.items());
      next = page.next();
    } while (next.isPresent());
  }

  private Page<Booking> bookings(Optional<EventId> event, PageRequest page) {
    BookingQuery query =
        new BookingQuery(
            Optional.empty(),
            Optional.empty(),
            event,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            page);
    return stores.bookings().search(query, now);
  }

  private void checkEvents(List<Event> events) {
    streams.checkUntold(events.stream().map(event -> StreamId.of(event.id())).toList());
    events.forEach(this::checkPlaces);
  }

  private void checkBookings(List<Booking> bookings) {
    streams.checkUntold(bookings.stream().map(booking -> StreamId.of(booking.id())).toList());
    Set<StreamId> orders = new HashSet<>();
    bookings.forEach(it -> it.details().order().ifPresent(order -> orders.add(StreamId.of(order))));
    streams.checkUntold(orders);
  }

  /** Bookings may come and go meanwhile, so two looks that differ say nothing. */
  private void checkPlaces(Event event) {
    BitSet differing = differing(event);
    for (int look = 1; look < LOOKS && !differing.isEmpty(); look++) {
      stores.arrive().run();
      differing.and(differing(event));
    }
    if (!differing.isEmpty()) {
      findings.differs(
          StreamId.of(event.id()).text(),
          "by the facts of its bookings other places are taken than in the store: " + differing);
    }
  }

  private BitSet differing(Event event) {
    int tickets = event.details().totalTickets();
    BitSet taken = new BitSet(tickets + 1);
    taken.set(1, tickets + 1);
    stores.bookings().freePlaces(event.id(), tickets, tickets).forEach(taken::clear);
    taken.xor(byFacts(event.id()));
    return taken;
  }

  private BitSet byFacts(EventId event) {
    BitSet taken = new BitSet();
    eachPage(
        page -> bookings(Optional.of(event), page),
        bookings ->
            streams
                .told(bookings.stream().map(booking -> StreamId.of(booking.id())).toList())
                .forEach(told -> take(told, taken)));
    return taken;
  }

  private static void take(Told told, BitSet taken) {
    String places = StreamState.of(told.facts()).fields().getOrDefault("places", "");
    for (String run : places.isEmpty() ? new String[0] : places.split(",")) {
      int dash = run.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? run : run.substring(0, dash));
      int last = Integer.parseInt(run.substring(dash + 1));
      taken.set(first, last + 1);
    }
  }
}
