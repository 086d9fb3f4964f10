package dev.lastseat.application.audit;

import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Period;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.CheckinFacts;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.fact.aggregate.PaymentFacts;
import dev.lastseat.domain.fact.aggregate.TicketFacts;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.payment.PaymentQuery;
import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goes through what the store has: some fact tells of it, and nobody has a place but by facts. */
final class StoreCheck {
  private static final int LOOKS = 5;
  private static final EventQuery ALL_EVENTS =
      new EventQuery(
          EnumSet.allOf(EventStatus.class),
          Optional.empty(),
          Period.ANY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          EventQuery.Sort.CREATED_AT,
          true,
          PageRequest.FIRST);

  private static final Optional<UserId> NOBODY = Optional.empty();
  private static final Optional<Instant> ANY_TIME = Optional.empty();
  private static final UserQuery ALL_USERS =
      new UserQuery(Optional.empty(), Optional.empty(), PageRequest.FIRST);

  private final Store store;
  private final Underway underway;
  private final Instant now;
  private final AccountCheck accounts;
  private final StreamCheck streams;
  private final Findings findings;

  /** What makes no sense, and is no item of any page. */
  private final Set<String> leftOut = new LinkedHashSet<>();

  StoreCheck(VerifyFacts verified, Findings findings) {
    this.store = verified.store();
    this.underway = verified.underway();
    this.now = verified.clock().instant();
    this.accounts = new AccountCheck(store, now);
    this.streams = new StreamCheck(verified, accounts, findings);
    this.findings = findings;
  }

  /** Goes on with what the log names. */
  StreamCheck streams() {
    return streams;
  }

  /** Some fact tells of each, and tells the same. */
  void checkAll() {
    eachPage(page -> store.events().search(ALL_EVENTS.at(page)), this::checkEvents);
    eachPage(
        page -> store.bookings().search(BookingQuery.all(page), now),
        bookings -> check(bookings, it -> StreamId.of(it.id()), BookingFacts::fields));
    eachPage(
        page -> store.orders().search(new OrderQuery(NOBODY, ANY_TIME, ANY_TIME, page)),
        orders -> check(orders, it -> StreamId.of(it.id()), OrderFacts::fields));
    eachPage(
        page ->
            store
                .payments()
                .search(new PaymentQuery(Optional.empty(), Optional.empty(), ANY_TIME, page)),
        payments -> check(payments, it -> StreamId.of(it.id()), PaymentFacts::fields));
    eachPage(page -> store.users().search(ALL_USERS.at(page)), this::checkUsers);
    eachPage(
        page -> store.apiKeys().list(NOBODY, page),
        keys -> check(keys, it -> StreamId.of(it.id()), AccessFacts::fields));
    sensible(
        "tickets",
        () -> eachAfter(store.tickets()::streams, Function.identity(), this::checkTickets));
    sensible("checkins", this::checkCheckins);
  }

  private void checkCheckins() {
    eachAfter(
        store.checkins()::all,
        it -> StreamId.of(it.list(), it.ticket()),
        checkins -> {
          check(checkins, it -> StreamId.of(it.list(), it.ticket()), CheckinFacts::fields);
          new EntryCheck(store, findings).check(checkins);
        });
  }

  /** One that makes no sense ends what is found of these, and of nothing else. */
  private void sensible(String these, Runnable check) {
    try {
      check.run();
    } catch (CorruptDocument corrupt) {
      findings.differs(these, corrupt);
    }
  }

  /** Once all else is told. */
  void tellLeftOut() {
    leftOut.forEach(findings::makesNoSense);
  }

  private <T> void check(
      Collection<T> found,
      Function<T, StreamId> id,
      Function<T, SortedMap<String, String>> fields) {
    streams.check(found.stream().collect(Collectors.toMap(id, fields)));
  }

  /** What nobody has by an event or a booking, and so by the names of its facts. */
  private static <T> void eachAfter(
      BiFunction<Optional<StreamId>, Integer, List<T>> read,
      Function<T, StreamId> id,
      Consumer<List<T>> check) {
    List<T> page = read.apply(Optional.empty(), PageRequest.MAX_LIMIT);
    while (!page.isEmpty()) {
      check.accept(page);
      page = read.apply(Optional.of(id.apply(page.getLast())), PageRequest.MAX_LIMIT);
    }
  }

  private <T> void eachPage(Function<PageRequest, Page<T>> read, Consumer<List<T>> check) {
    Page.each(
        page -> {
          Page<T> found = read.apply(page);
          leftOut.addAll(found.leftOut());
          return found;
        },
        check);
  }

  private void checkEvents(List<Event> events) {
    check(events, it -> StreamId.of(it.id()), it -> SaleCheck.fields(it, false));
    sensible(
        "checkin-lists",
        () ->
            check(
                events.stream().flatMap(it -> store.checkins().listsOf(it.id()).stream()).toList(),
                it -> StreamId.of(it.id()),
                CheckinFacts::fields));
  }

  private void checkUsers(List<User> users) {
    sensible("users", () -> streams.check(accounts.stored(users)));
  }

  private void checkTickets(List<StreamId> tickets) {
    Set<BookingId> bookings =
        tickets.stream().map(it -> TicketId.parse(it.id()).booking()).collect(Collectors.toSet());
    check(store.tickets().changed(bookings), it -> StreamId.of(it.ticket()), TicketFacts::fields);
  }

  /** After all else was checked. */
  void checkPlaces() {
    eachPage(
        page -> store.events().search(ALL_EVENTS.at(page)),
        events -> events.forEach(this::checkPlaces));
  }

  /** Bookings may come and go meanwhile, so two looks that differ say nothing. */
  private void checkPlaces(Event event) {
    BitSet differing = differing(event, streams.taken());
    for (int look = 1; look < LOOKS && !differing.isEmpty(); look++) {
      underway.arrive().run();
      differing.and(differing(event, byFacts(event.id())));
    }
    if (!differing.isEmpty()) {
      findings.differs(
          StreamId.of(event.id()).text(),
          "by the facts of its bookings other places are taken than in the store: " + differing);
    }
  }

  private BitSet differing(Event event, TakenPlaces byFacts) {
    int tickets = event.details().totalTickets();
    BitSet differing = new BitSet(tickets + 1);
    differing.set(1, tickets + 1);
    store.bookings().freePlaces(event.id(), tickets, tickets).forEach(differing::clear);
    differing.xor(byFacts.of(event.id()));
    return differing;
  }

  private TakenPlaces byFacts(EventId event) {
    TakenPlaces taken = new TakenPlaces();
    eachPage(
        page -> store.bookings().search(BookingQuery.all(page).of(event), now),
        bookings ->
            streams
                .told(bookings.stream().map(booking -> StreamId.of(booking.id())).toList())
                .forEach(taken::add));
    streams
        .told(underway.undecided().apply(event).stream().map(StreamId::of).toList())
        .forEach(taken::add);
    return taken;
  }
}
