package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bookings in a {@link FakeStore}, with hooks that let something happen at the worst moment. Each
 * hook runs once, outside the lock, in the thread of the caller.
 */
public final class FakeBookings implements Bookings {
  private static final Runnable NOTHING = () -> {};

  private final FakeStore store;
  private final AtomicReference<Runnable> beforeRecord = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> afterRecord = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> beforeChange = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> beforeAllowances = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> afterFreePlaces = new AtomicReference<>(NOTHING);

  public FakeBookings(FakeStore store) {
    this.store = store;
  }

  /** Runs before the next recording takes effect. */
  public void beforeRecord(Runnable hook) {
    beforeRecord.set(hook);
  }

  /** Runs when the next recording has taken effect and is not answered yet. */
  public void afterRecord(Runnable hook) {
    afterRecord.set(hook);
  }

  /** Runs before the next change takes effect. */
  public void beforeChange(Runnable hook) {
    beforeChange.set(hook);
  }

  /** Runs before the next look at the allowances that a user has used up. */
  public void beforeAllowances(Runnable hook) {
    beforeAllowances.set(hook);
  }

  /** Runs when the next search for free places has been done and is not answered yet. */
  public void afterFreePlaces(Runnable hook) {
    afterFreePlaces.set(hook);
  }

  @Override
  public Recording record(Booking.Live booking) {
    beforeRecord.getAndSet(NOTHING).run();
    Recording recording = store.write(() -> insert(booking));
    if (recording instanceof Recording.Recorded) {
      afterRecord.getAndSet(NOTHING).run();
    }
    return recording;
  }

  private Recording insert(Booking.Live booking) {
    if (!store.admits(booking)) {
      return new Recording.NotAdmitted();
    }
    Optional<Recording> refusal = new Refusals(store).of(booking);
    if (refusal.isEmpty()) {
      store.record(booking);
    }
    return refusal.orElseGet(Recording.Recorded::new);
  }

  private Optional<Event> eventOf(Booking booking) {
    return store.event(booking.details().eventId());
  }

  @Override
  public boolean change(Booking.Live from, Booking to) {
    return change(new Transition(from, to));
  }

  private boolean change(Transition transition) {
    beforeChange.getAndSet(NOTHING).run();
    Booking.Live from = transition.from();
    Booking to = transition.to();
    return store.write(
        () -> {
          if (!transition.isRefusedBy(store.checkins.values())
              && store.bookings.get(from.id()) instanceof Booking.Live stored
              && BookingStatus.of(stored) == BookingStatus.of(from)
              && stored.claim().places().equals(from.claim().places())
              && endOfHold(stored).equals(endOfHold(from))) {
            boolean guestForgotten = !from.details().equals(stored.details());
            store.bookings.put(to.id(), guestForgotten ? ABooking.withGuestForgotten(to) : to);
            store.tell(BookingFacts.changed(from, to));
            return true;
          }
          return false;
        });
  }

  @Override
  public List<Transition> changeAll(Collection<Transition> transitions) {
    return transitions.stream().filter(this::change).toList();
  }

  private static Optional<Instant> endOfHold(Booking.Live booking) {
    return booking instanceof Booking.Pending hold
        ? Optional.of(hold.expiresAt())
        : Optional.empty();
  }

  @Override
  public int extend(Collection<Booking.Pending> holds, Instant end, Instant now) {
    return (int) holds.stream().filter(hold -> extend(hold, end, now)).count();
  }

  private boolean extend(Booking.Pending hold, Instant end, Instant now) {
    return store.atomically(
        () -> {
          if (store.bookings.get(hold.id()) instanceof Booking.Pending stored
              && stored.expiresAt().equals(hold.expiresAt())) {
            store.bookings.put(
                hold.id(), new Booking.Pending(stored.details(), stored.claim(), end));
            store.tell(BookingFacts.extended(hold.id(), end, now));
            return true;
          }
          return false;
        });
  }

  @Override
  public boolean forgetGuest(BookingId id, Instant at) {
    return store.atomically(
        () -> {
          Optional<Booking> known =
              Optional.ofNullable(store.bookings.get(id))
                  .filter(it -> it.details().sale().flatMap(BoxOfficeSale::guest).isPresent());
          known.ifPresent(
              it -> {
                store.bookings.put(id, ABooking.withGuestForgotten(it));
                store.tell(BookingFacts.guestForgotten(id, at));
              });
          return known.isPresent();
        });
  }

  @Override
  public Set<UserId> guests(SearchWords words, Optional<EventId> event, int limit) {
    return store.atomically(
        () ->
            store.bookings.values().stream()
                .map(Booking::details)
                .filter(details -> event.isEmpty() || event.equals(Optional.of(details.eventId())))
                .filter(details -> isOfGuest(details, words))
                .map(BookingDetails::userId)
                .limit(limit)
                .collect(Collectors.toSet()));
  }

  private static boolean isOfGuest(BookingDetails details, SearchWords words) {
    return details
        .sale()
        .flatMap(BoxOfficeSale::guest)
        .filter(guest -> EventFilter.occur(words, guest.words()))
        .isPresent();
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return store.atomically(() -> Optional.ofNullable(store.bookings.get(id)));
  }

  @Override
  public Map<BookingId, Booking> findAll(Collection<BookingId> ids) {
    return all(booking -> ids.contains(booking.id())).stream()
        .collect(Collectors.toMap(Booking::id, Function.identity()));
  }

  @Override
  public Optional<Booking> find(EventId event, UserId user, IdempotencyKey key) {
    return all(
            booking ->
                booking.details().eventId().equals(event)
                    && booking.details().userId().equals(user)
                    && booking.details().key().equals(key))
        .stream()
        .findAny();
  }

  @Override
  public Optional<Booking> find(EventId event, TicketNumber number) {
    return all(
            booking ->
                booking.details().eventId().equals(event)
                    && booking.details().ticketNumber().equals(number))
        .stream()
        .findAny();
  }

  @Override
  public Page<Booking> search(BookingQuery query, Instant now) {
    return Paging.page(
        all(booking -> wanted(booking, query, now)), FakeBookings::position, false, query.page());
  }

  private List<Booking> all(Predicate<Booking> wanted) {
    return store.atomically(() -> store.bookings.values().stream().filter(wanted).toList());
  }

  private static boolean wanted(Booking booking, BookingQuery query, Instant now) {
    var details = booking.details();
    return query.users().filter(users -> !users.contains(details.userId())).isEmpty()
        && query.ticket().filter(ticket -> !ticket.equals(details.ticketNumber())).isEmpty()
        && query.status().filter(status -> status != BookingStatus.of(booking.asOf(now))).isEmpty()
        && query.event().filter(event -> !event.equals(details.eventId())).isEmpty()
        && query.from().filter(details.bookedAt()::isBefore).isEmpty()
        && query.to().filter(details.bookedAt()::isAfter).isEmpty();
  }

  private static Position position(Booking booking) {
    return new Position(Paging.key(booking.details().bookedAt()), booking.id().value());
  }

  @Override
  public List<Booking.Pending> overdue(Instant now, int limit) {
    return overdue(_ -> true, now, limit);
  }

  @Override
  public List<Booking.Pending> overdue(EventId event, Instant now, int limit) {
    return overdue(booking -> booking.details().eventId().equals(event), now, limit);
  }

  private List<Booking.Pending> overdue(Predicate<Booking> wanted, Instant now, int limit) {
    return all(wanted).stream()
        .filter(Booking.Pending.class::isInstance)
        .map(Booking.Pending.class::cast)
        .filter(hold -> hold.isOver(now))
        .sorted(Comparator.comparing(Booking.Pending::expiresAt))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Booking.Live> liveOfCancelledEvents(int limit) {
    return store.atomically(
        () -> store.live(this::isOfCancelledEvent).stream().limit(limit).toList());
  }

  private boolean isOfCancelledEvent(Booking booking) {
    return eventOf(booking).filter(it -> it.status() == EventStatus.CANCELLED).isPresent();
  }

  @Override
  public Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now) {
    return store.atomically(
        () ->
            events.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), event -> count(event, now))));
  }

  private TicketCounts count(EventId event, Instant now) {
    return store.liveOf(event).stream()
        .filter(booking -> booking.asOf(now) instanceof Booking.Live)
        .map(TicketCounts::of)
        .reduce(TicketCounts.NONE, TicketCounts::plus);
  }

  @Override
  public Set<Integer> allowancesTaken(EventId event, UserId user) {
    beforeAllowances.getAndSet(NOTHING).run();
    return store.atomically(
        () ->
            store.claiming(event).stream()
                .filter(booking -> booking.details().userId().equals(user))
                .flatMap(booking -> booking.claim().allowances().ordinals().stream())
                .collect(Collectors.toSet()));
  }

  @Override
  public int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before) {
    return store.atomically(
        () -> {
          List<BookingId> forgotten =
              store.bookings.values().stream()
                  .flatMap(it -> it instanceof Booking.Expired one ? Stream.of(one) : Stream.of())
                  .filter(it -> it.details().order().isEmpty() && !it.expiredAt().isAfter(end))
                  .sorted(Comparator.comparing(Booking.Expired::expiredAt))
                  .limit(limit)
                  .map(Booking::id)
                  .toList();
          before.accept(forgotten);
          forgotten.forEach(store.bookings::remove);
          return forgotten.size();
        });
  }

  @Override
  public List<Instant> expiredHolds(EventId event, UserId user, Instant bookedSince, int limit) {
    return store.atomically(
        () ->
            store.bookings.values().stream()
                .filter(booking -> booking.details().eventId().equals(event))
                .filter(booking -> booking.details().userId().equals(user))
                .filter(booking -> !booking.details().bookedAt().isBefore(bookedSince))
                .flatMap(
                    booking -> booking instanceof Booking.Expired it ? Stream.of(it) : Stream.of())
                .sorted(
                    Comparator.comparing((Booking.Expired it) -> it.details().bookedAt())
                        .reversed())
                .limit(limit)
                .map(Booking.Expired::expiredAt)
                .toList());
  }

  @Override
  public int highestPlace(EventId event) {
    List<Integer> taken = store.atomically(() -> store.placesTaken(event));
    return taken.isEmpty() ? 0 : Collections.max(taken);
  }

  @Override
  public List<Integer> freePlaces(EventId event, PlaceRanges ranges, int limit) {
    Set<Integer> taken = store.atomically(() -> Set.copyOf(store.placesTaken(event)));
    List<Integer> free =
        ranges.ranges().stream()
            .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
            .filter(place -> !taken.contains(place))
            .limit(limit)
            .boxed()
            .toList();
    afterFreePlaces.getAndSet(NOTHING).run();
    return free;
  }
}
